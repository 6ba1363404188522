import { icons } from "./icons.ts";

const symbols = Object.entries(icons)
  .map(([name, body]) => `<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`)
  .join("");

/** A name for these very bytes (32-bit FNV-1a), so that the sheet may be cached for ever. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg">${symbols}</svg>`;

/**
 * All icons in one cached file: a list of twenty cards would otherwise carry some twenty kilobytes of drawings.
 * The web server answers `path` with `svg` as `image/svg+xml`, unchanging for ever.
 */
export const iconSheet = { path: `/icons-${fingerprint(svg)}.svg`, svg };
