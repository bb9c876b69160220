// Bundles the page's script and style, and brings along the palette for Python: node build.mjs [folder to write into]
import { copyFile } from "node:fs/promises";
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
await copyFile("src/palette.json", `${folder}/palette.json`);
