// Bundles the page's script and style, and brings along palette and words for Python: node build.mjs [folder to write into]
import { copyFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const folder = process.argv[2] ?? "../built";

await build({
  entryPoints: [{ in: "src/main.ts", out: "page" }, { in: "src/style.css", out: "page" }],
  outdir: folder,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "eof",
  loader: { ".png": "dataurl" },
  logLevel: "warning",
});
for (const file of ["palette.json", "words/en.json", "words/ar.json"]) await copyFile(`src/${file}`, `${folder}/${basename(file)}`);
