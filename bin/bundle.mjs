import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import * as esbuild from "esbuild";
import { root } from "./root.mjs";

const dist = join(root, "dist");
const assets = join(dist, "assets");

const programs = {
  server: "src/app/main.ts",
  cli: "src/app/cli/main.ts",
  "create-database": "src/platform/database/embedded/create-main.ts",
  "figure-workbench": "src/platform/figures/workbench-main.ts",
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  sourcemap: true,
  logLevel: "warning",
  legalComments: "none",
};

/** Ends esbuild's own process, which would otherwise stay as long as the server that was built. */
export const finish = () => esbuild.stop();

export const bundlers = { assets: bundleAssets, server: bundlePrograms };

/** The server, the command line and what they start: packages stay in node_modules, our own files become one each. */
async function bundlePrograms() {
  const entryPoints = Object.fromEntries(
    Object.entries(programs).filter(([, path]) => existsSync(join(root, path))),
  );
  const { outputFiles } = await esbuild.build({
    ...shared,
    entryPoints,
    outdir: dist,
    platform: "node",
    target: "node24",
    packages: "external",
  });
  for (const file of outputFiles) replace(file.path, file.contents);
}

/**
 * Styles, scripts and fonts under names that carry their content's hash, so browsers may keep them for ever,
 * each text also compressed; `manifest.json` says which logical name has which address.
 */
async function bundleAssets() {
  const entryPoints = [...clientScripts(join(root, "src")), join(root, "src/ui/css/site.css")]
    .filter((path) => existsSync(path))
    .map((path) => ({ in: path, out: basename(path).replace(/(\.entry)?\.(ts|css)$/, "") }));
  const { outputFiles, metafile } = await esbuild.build({
    ...shared,
    entryPoints,
    outdir: assets,
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    assetNames: "[name]-[hash]",
    platform: "browser",
    target: ["es2022", "chrome109", "firefox115", "safari16"],
    minify: true,
    splitting: true,
    metafile: true,
    sourcemap: false,
    loader: { ".woff2": "file", ".svg": "file" },
  });
  const written = new Set();
  const put = (path, contents) => {
    replace(path, contents);
    written.add(basename(path));
  };
  for (const file of outputFiles) {
    put(file.path, file.contents);
    if (!/\.(js|css|svg)$/.test(file.path)) continue;
    put(`${file.path}.br`, await smallest(file.contents));
    put(`${file.path}.gz`, await promisify(gzip)(file.contents, { level: 9 }));
  }
  put(join(assets, "manifest.json"), `${JSON.stringify(manifestOf(metafile), null, 2)}\n`);
  for (const name of readdirSync(assets)) {
    if (!written.has(name)) rmSync(join(assets, name), { recursive: true });
  }
}

function manifestOf({ outputs }) {
  const files = {};
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    const address = `/assets/${relative("dist/assets", path)}`;
    const isPart = basename(path).startsWith("part-");
    if (entryPoint && !isPart) files[basename(entryPoint).replace(/(\.entry)?\.ts$/, ".js")] = address;
    if (path.endsWith(".woff2")) files[basename(path).replace(/-[A-Z0-9]{8}\.woff2$/, ".woff2")] = address;
  }
  // Nearly every page needs the upright Latin files at once; accents, italics and other scripts come when a page asks.
  const fonts = Object.keys(files).filter((name) => /-latin-[a-z]+-normal\.woff2$/.test(name));
  return { files, fonts: fonts.map((name) => files[name]) };
}

function* clientScripts(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* clientScripts(path);
    else if (entry.name.endsWith(".entry.ts") && basename(folder) === "client") yield path;
  }
}

const smallest = (contents) =>
  promisify(brotliCompress)(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

// A server may be reading the old file: it is replaced whole, and only where it differs.
function replace(path, contents) {
  const bytes = Buffer.from(contents);
  if (existsSync(path) && digest(readFileSync(path)) === digest(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  const whole = join(dirname(path), `.${basename(path)}.${process.pid}`);
  writeFileSync(whole, bytes);
  renameSync(whole, path);
}

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
