import { cleanFileName } from "#base/file-name.ts";

export type Disposition = "inline" | "attachment";

/**
 * A `Content-Disposition` (RFC 6266) that keeps a name of any script: plain ASCII for old clients, the real name
 * in the RFC 5987 parameter that every browser prefers.
 */
export function contentDisposition(disposition: Disposition, name: string): string {
  const clean = cleanFileName(name);
  const plain = clean
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\x20-\x7e]/gu, "_")
    .replace(/["\\%]/g, "_");
  const exact = encodeURIComponent(clean).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
