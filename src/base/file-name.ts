/** Longest file name kept, in characters, its extension included. */
export const FILE_NAME_LENGTH = 180;

/** The part after the last dot, in lower case, without the dot; empty where there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? "";
}

/**
 * A name somebody's computer sent, made safe to show, to store and to offer for download: no folders, no control
 * or direction-changing characters (which make "exe.fdp" read as "pdf.exe"), at most 180 characters with its
 * extension kept, in NFC. Never empty: what has no name is called "file".
 */
export function cleanFileName(raw: string): string {
  const name = raw
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/^.*[/\\]/s, "")
    .replace(/[\p{Cc}\p{Co}\p{Cn}\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, "")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  if (!name) return "file";
  const characters = [...name];
  if (characters.length <= FILE_NAME_LENGTH) return name;
  const extension = extensionOf(name);
  const ending = extension ? name.slice(-extension.length - 1) : "";
  const kept = characters.slice(0, FILE_NAME_LENGTH - [...ending].length).join("");
  return kept.trimEnd() + ending;
}
