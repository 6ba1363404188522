import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";

/** The built styles, scripts and fonts, each with its content's hash in its name. */
export interface Assets {
  /** @param logicalName such as `site.css` @returns its address */
  url(logicalName: string): string;
  /** Addresses of the fonts that nearly every page needs at once. */
  fonts: string[];
  /** Every built file by its name: all of them together are small, and a new build must not pull them away. */
  files: ReadonlyMap<string, Buffer>;
}

/** @param dist the folder that the build wrote */
export async function readAssets(dist: string): Promise<Assets> {
  const folder = join(dist, "assets");
  const manifest: { files: Record<string, string>; fonts: string[] } = JSON.parse(
    await readFile(join(folder, "manifest.json"), "utf8"),
  );
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  const files = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name))] as const),
  );
  return {
    fonts: manifest.fonts,
    files: new Map(files),
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

/** Built files, under names that never change their content, so browsers may keep them for ever. */
export function answerAsset(
  { files }: Assets,
  fixed: readonly [string, string][],
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const url = request.url ?? "";
    if (!url.startsWith("/assets/")) return false;
    const name = url.slice("/assets/".length);
    const type = TYPES[extname(name)];
    const plain = type && files.get(name);
    if (!plain) return false;
    const accepts = String(request.headers["accept-encoding"] ?? "");
    const br = /\bbr\b/.test(accepts) ? files.get(`${name}.br`) : undefined;
    const gzip = !br && /\bgzip\b/.test(accepts) ? files.get(`${name}.gz`) : undefined;
    const body = br ?? gzip ?? plain;
    response.writeHead(200, {
      ...Object.fromEntries(fixed),
      "content-type": type,
      "content-length": body.byteLength,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      ...(br ? { "content-encoding": "br" } : gzip ? { "content-encoding": "gzip" } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  };
}
