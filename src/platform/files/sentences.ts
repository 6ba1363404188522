import type { FileKind } from "#base/file-kinds.ts";
import { fileSizeText } from "#base/file-kinds.ts";

/** Every sentence about a refused file names the file, says what is wrong, then what to do. */

export const MACRO_EXTENSIONS: readonly string[] = [
  "docm",
  "dotm",
  "xlsm",
  "xltm",
  "xlsb",
  "xlam",
  "pptm",
  "potm",
  "ppsm",
];

const ADVICE: readonly [extensions: readonly string[], advice: string][] = [
  [["heic", "heif", "tif", "tiff", "bmp", "avif"], "Please save the picture as JPEG or PNG and send that."],
  [["svg", "svgz", "eps", "ai", "psd"], "Please save the drawing as PNG or PDF and send that."],
  [["zip", "rar", "7z", "gz", "tar"], "Please send the files in it one by one."],
  [
    ["m4a", "wav", "aac", "ogg", "oga", "flac", "wma", "aiff"],
    "Please save the recording as MP3 and send that.",
  ],
  [
    ["mp4", "mov", "avi", "wmv", "webm", "m4v", "mkv"],
    "Please put the video on a video site and share its link.",
  ],
  [
    ["pages", "key", "numbers", "pub", "rtf", "wpd", "html", "htm", "xml", "xps"],
    "Please save it as PDF and send that.",
  ],
  [
    ["dotx", "dot", "potx", "pot", "ppsx", "pps", "xltx", "xlt"],
    "Please save it as an ordinary document, not a template or show.",
  ],
  [["eml", "msg"], "Please save the message as PDF and send that."],
];
const TAKEN =
  "Please send a PDF, Word, PowerPoint or Excel file, a picture (JPEG, PNG, WebP or GIF), plain text, or an MP3 recording.";

export function kindNotTaken(name: string, extension: string): string {
  if (MACRO_EXTENSIONS.includes(extension)) return hasMacros(name);
  const advice = ADVICE.find(([extensions]) => extensions.includes(extension))?.[1] ?? TAKEN;
  return `The file “${name}” is of a kind that cannot be shared here. ${advice}`;
}

export function hasMacros(name: string): string {
  return `The file “${name}” contains macros (small programs), which may not be shared here. Please save it without macros and send that.`;
}

export function isLocked(name: string): string {
  return `The file “${name}” is locked with a password, so readers could not open it. Please save it without a password and send that.`;
}

export function isNotUtf8(name: string): string {
  return `The text in “${name}” is not written in UTF-8, so some letters would come out wrong. Please save it again and choose UTF-8 (in Excel: “CSV UTF-8”).`;
}

export function isLying(name: string, declared: FileKind, looksLike: string | undefined): string {
  const finding = looksLike ? `; it looks like ${looksLike}` : ", or it is damaged";
  return `The file “${name}” is not ${declared.noun} inside${finding}. Please save it again as ${declared.noun}.`;
}

export function isEmpty(name: string): string {
  return `The file “${name}” is empty (0 bytes). Please check it on your computer and choose it again.`;
}

export function isTooLarge(name: string, limitBytes: number): string {
  return `The file “${name}” is larger than ${limitText(limitBytes)}. Please send a smaller version, or put it elsewhere and share its link.`;
}

export function isOneTooMany(name: string, limit: number): string {
  return `Only ${limit} ${limit === 1 ? "file" : "files"} can be sent, so “${name}” was left out.`;
}

export function hadNoRoom(name: string): string {
  return `The file “${name}” could not be kept, because this site has no room left for files just now. Nothing else was lost. Please try again later.`;
}

export const FIELD_TOO_LONG = "This text is too long to be sent whole. Please shorten it.";
export const TOO_MUCH = "This form holds more than can be read at once, so some of it was left out.";

/** Limits are set in powers of 1,024, which is how most computers show the size of a file. */
function limitText(bytes: number): string {
  return bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20} MB` : fileSizeText(bytes);
}

const OTHERS: Readonly<Record<string, string>> = {
  zip: "a ZIP archive",
  exe: "a program",
  elf: "a program",
  macho: "a program",
  jar: "a program",
  apk: "a program",
  heic: "an iPhone picture (HEIC)",
  rtf: "a Rich Text (RTF) file",
  m4a: "an M4A recording",
  xml: "an XML file",
};

/** What a file of a kind we do not take is, in a sentence. */
export function otherThing(extension: string, mime: string): string {
  const known = OTHERS[extension];
  if (known) return known;
  const [family] = mime.split("/");
  const thing = { image: "picture", video: "video", audio: "recording" }[family ?? ""] ?? "file";
  return `another kind of ${thing} (${extension.toUpperCase()})`;
}
