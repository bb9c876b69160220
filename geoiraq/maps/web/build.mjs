// Bundles the page's script and style: node build.mjs [folder to write into]
import { build } from "esbuild";

await build({
  entryPoints: [{ in: "src/main.ts", out: "page" }, { in: "src/style.css", out: "page" }],
  outdir: process.argv[2] ?? "../built",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "eof",
  loader: { ".png": "dataurl" },
  logLevel: "warning",
});
