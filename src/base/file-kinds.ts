/** What a person may share, told apart by what is inside the file. */
export type FileKindId =
  | "pdf"
  | "docx"
  | "doc"
  | "odt"
  | "pptx"
  | "ppt"
  | "odp"
  | "xlsx"
  | "xls"
  | "ods"
  | "csv"
  | "txt"
  | "md"
  | "jpeg"
  | "png"
  | "webp"
  | "gif"
  | "mp3";

export type FileKind = {
  readonly id: FileKindId;
  /** As a person would call one: "Word document". */
  readonly label: string;
  /** What such a file is, in a sentence: "is not **a PDF** inside". */
  readonly noun: string;
  /** Without the dot, the usual one first. */
  readonly extensions: readonly string[];
  /** The only `Content-Type` under which such a file is ever served. */
  readonly mime: string;
  /** A name from Lucide. */
  readonly icon: string;
  readonly isImage: boolean;
};

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

function kind(
  id: FileKindId,
  label: string,
  noun: string,
  mime: string,
  icon: string,
  extensions: readonly string[] = [id],
): FileKind {
  return { id, label, noun, extensions, mime, icon, isImage: mime.startsWith("image/") };
}

export const FILE_KINDS: readonly FileKind[] = [
  kind("pdf", "PDF", "a PDF", "application/pdf", "file-text"),
  kind("docx", "Word document", "a Word document", `${office}.wordprocessingml.document`, "file-type"),
  kind("doc", "Word document", "a Word document", "application/msword", "file-type"),
  kind("odt", "Text document", "an OpenDocument text", `${open}.text`, "file-type"),
  kind(
    "pptx",
    "PowerPoint slides",
    "a PowerPoint file",
    `${office}.presentationml.presentation`,
    "presentation",
  ),
  kind("ppt", "PowerPoint slides", "a PowerPoint file", "application/vnd.ms-powerpoint", "presentation"),
  kind("odp", "Slides", "an OpenDocument presentation", `${open}.presentation`, "presentation"),
  kind("xlsx", "Excel sheet", "an Excel file", `${office}.spreadsheetml.sheet`, "file-spreadsheet"),
  kind("xls", "Excel sheet", "an Excel file", "application/vnd.ms-excel", "file-spreadsheet"),
  kind("ods", "Spreadsheet", "an OpenDocument spreadsheet", `${open}.spreadsheet`, "file-spreadsheet"),
  kind("csv", "Table (CSV)", "a CSV table", "text/csv; charset=utf-8", "table-2"),
  kind("txt", "Plain text", "plain text", "text/plain; charset=utf-8", "notebook-text", ["txt", "text"]),
  // Served as plain text: no browser shows text/markdown, and none should interpret it.
  kind("md", "Markdown text", "Markdown text", "text/plain; charset=utf-8", "notebook-text", [
    "md",
    "markdown",
  ]),
  kind("jpeg", "JPEG picture", "a JPEG picture", "image/jpeg", "image", ["jpg", "jpeg", "jfif"]),
  kind("png", "PNG picture", "a PNG picture", "image/png", "image"),
  kind("webp", "WebP picture", "a WebP picture", "image/webp", "image"),
  kind("gif", "GIF picture", "a GIF picture", "image/gif", "image"),
  kind("mp3", "Audio (MP3)", "an MP3 recording", "audio/mpeg", "file-headphone"),
];

const byId = new Map<string, FileKind>(FILE_KINDS.map((each) => [each.id, each]));
const byExtension = new Map(
  FILE_KINDS.flatMap((each) => each.extensions.map((name) => [name, each] as const)),
);

/** Answers undefined for an id that is not in the table. */
export function fileKind(id: string): FileKind | undefined {
  return byId.get(id);
}

/** `extension` without its dot, in any case. */
export function fileKindByExtension(extension: string): FileKind | undefined {
  return byExtension.get(extension.toLowerCase());
}

/** The value for `<input type="file" accept>`: what may be chosen in the form. */
export function acceptedFiles(kinds: readonly FileKind[] = FILE_KINDS): string {
  return kinds.flatMap((each) => each.extensions.map((name) => `.${name}`)).join(",");
}

/** A size as people read it, in powers of 1,000: "640 bytes", "2.4 MB". */
export function fileSizeText(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const [divisor, unit] = bytes < 999_500 ? [1e3, "KB"] : bytes < 999_500_000 ? [1e6, "MB"] : [1e9, "GB"];
  const size = bytes / divisor;
  return `${size < 9.95 ? Number(size.toFixed(1)) : Math.round(size)} ${unit}`;
}
