import { createReadStream, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";

/** The built styles, scripts and fonts, each with its content's hash in its name. */
export interface Assets {
  /** @param logicalName such as `site.css` @returns its address */
  url(logicalName: string): string;
  /** Addresses of the fonts that nearly every page needs at once. */
  fonts: string[];
  folder: string;
}

/** @param dist the folder that the build wrote */
export async function readAssets(dist: string): Promise<Assets> {
  const folder = join(dist, "assets");
  const manifest: { files: Record<string, string>; fonts: string[] } = JSON.parse(
    await readFile(join(folder, "manifest.json"), "utf8"),
  );
  return {
    folder,
    fonts: manifest.fonts,
    url(logicalName) {
      const address = manifest.files[logicalName];
      if (!address) throw new Error(`The build made no ${logicalName}`);
      return address;
    },
  };
}

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Built files, under names that never change their content. The list is read once: nothing else is reachable. */
export function answerAsset(
  assets: Assets,
  fixed: readonly [string, string][],
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const names = new Set(readdirSync(assets.folder));
  return (request, response) => {
    const url = request.url ?? "";
    if (!url.startsWith("/assets/")) return false;
    const name = url.slice("/assets/".length);
    const type = TYPES[extname(name)];
    if (!type || !names.has(name)) return false;
    const accepts = String(request.headers["accept-encoding"] ?? "");
    const [suffix, encoding] =
      /\bbr\b/.test(accepts) && names.has(`${name}.br`)
        ? [".br", "br"]
        : /\bgzip\b/.test(accepts) && names.has(`${name}.gz`)
          ? [".gz", "gzip"]
          : ["", ""];
    const path = join(assets.folder, name + suffix);
    const headers: Record<string, string | number> = {
      "content-type": type,
      "content-length": statSync(path).size,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      ...Object.fromEntries(fixed),
    };
    if (encoding) headers["content-encoding"] = encoding;
    response.writeHead(200, headers);
    if (request.method === "HEAD") response.end();
    else
      createReadStream(path)
        .on("error", () => response.destroy())
        .pipe(response);
    return true;
  };
}
