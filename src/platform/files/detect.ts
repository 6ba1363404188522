import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import {
  FILE_KINDS,
  type FileKind,
  type FileKindId,
  fileKind,
  fileKindByExtension,
} from "#base/file-kinds.ts";
import { extensionOf } from "#base/file-name.ts";
import { findInFile, isUtf8Text } from "./scan.ts";
import * as say from "./sentences.ts";

export type Detection = { kind: FileKind; name: string } | { refusal: string };

type Content =
  | { is: "kind"; id: FileKindId }
  | { is: "macros" | "locked" | "text" | "unknown" }
  | { is: "other"; looksLike: string };

const TEXTS: readonly FileKindId[] = ["txt", "csv", "md"];
const OLD_OFFICE = {
  doc: ["WordDocument"],
  xls: ["Workbook", "Book"],
  ppt: ["PowerPoint Document"],
} as const;

/**
 * What a received file is, by its content; its name must tell the same. A name without an extension is given the
 * right one. Nothing is unpacked: of an archive only the small entry that names its type is read, so a ZIP bomb
 * costs nothing. `refusal` is a sentence for the person who sent it.
 */
export async function detectFileKind(path: string, name: string): Promise<Detection> {
  const extension = extensionOf(name);
  const declared = fileKindByExtension(extension);
  // "Plan v1.2" has no extension, whatever stands after its dot.
  const nameless = /^\d*$/.test(extension);
  if (!declared && !nameless) return { refusal: say.kindNotTaken(name, extension) };

  const content = await contentOf(path, declared);
  if (content.is === "macros") return { refusal: say.hasMacros(name) };
  if (content.is === "locked") return { refusal: say.isLocked(name) };
  if (content.is === "text") {
    if (declared && TEXTS.includes(declared.id)) return { kind: declared, name };
    if (nameless) return { kind: fileKind("txt")!, name: `${name}.txt` };
  }
  if (content.is === "kind") {
    const kind = fileKind(content.id)!;
    if (kind === declared) return { kind, name };
    if (nameless) return { kind, name: `${name}.${kind.extensions[0]}` };
  }
  if (!declared) return { refusal: say.kindNotTaken(name, "") };
  if (TEXTS.includes(declared.id) && content.is === "unknown") return { refusal: say.isNotUtf8(name) };
  return { refusal: say.isLying(name, declared, looksLike(content)) };
}

function looksLike(content: Content): string | undefined {
  if (content.is === "kind") return fileKind(content.id)!.noun;
  if (content.is === "text") return "plain text";
  return content.is === "other" ? content.looksLike : undefined;
}

async function contentOf(path: string, declared: FileKind | undefined): Promise<Content> {
  const head = await headOf(path);
  const sniffed = sniffText(head);
  if (sniffed) return { is: "other", looksLike: sniffed };
  // Before any magic number is asked: a table that starts with "BMI,age" is no bitmap.
  const mayBeText = !declared || TEXTS.includes(declared.id);
  if (mayBeText && !head.startsWith("%PDF-") && (await isUtf8Text(path))) return { is: "text" };

  const type = await fileTypeFromFile(path);
  if (!type) return { is: (await isUtf8Text(path)) ? "text" : "unknown" };
  if (type.ext === "cfb") return oldOfficeContent(path, declared);
  if (say.MACRO_EXTENSIONS.includes(type.ext)) return { is: "macros" };
  const id = kindIdOf(type.ext);
  if (!id) return { is: "other", looksLike: say.otherThing(type.ext, type.mime) };
  if (["docx", "xlsx", "pptx"].includes(id)) {
    const [macros] = await findInFile(path, [{ bytes: Buffer.from("vbaProject.bin") }]);
    if (macros) return { is: "macros" };
  }
  return { is: "kind", id };
}

function kindIdOf(extension: string): FileKindId | undefined {
  if (extension === "apng") return "png";
  return FILE_KINDS.find((each) => each.extensions.includes(extension) && !TEXTS.includes(each.id))?.id;
}

/**
 * The formats from before 2007 share one container. Which one it is, is told by the names in its directory: UTF-16,
 * each entry at a multiple of 128 bytes. A locked document of today hides in the same container.
 */
async function oldOfficeContent(path: string, declared: FileKind | undefined): Promise<Content> {
  const entry = (name: string) => ({ bytes: Buffer.from(`${name}\0`, "utf16le"), alignedTo: 128 });
  const kinds = Object.entries(OLD_OFFICE).flatMap(([id, names]) =>
    names.map((name) => [id as FileKindId, name] as const),
  );
  const [macros, locked, ...present] = await findInFile(path, [
    { bytes: Buffer.from("_VBA_PROJECT", "utf16le"), alignedTo: 128 },
    entry("EncryptedPackage"),
    ...kinds.map(([, name]) => entry(name)),
  ]);
  if (locked) return { is: "locked" };
  if (macros) return { is: "macros" };
  const ids = kinds.filter((_, index) => present[index]).map(([id]) => id);
  // A letter may hold a sheet inside, so what the name says goes first.
  const id = ids.find((each) => each === declared?.id) ?? ids[0];
  return id ? { is: "kind", id } : { is: "other", looksLike: "some other program’s file" };
}

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096) });
    return buffer.toString("latin1", 0, bytesRead).replace(/^(\u00ef\u00bb\u00bf)?\s*/, "");
  } finally {
    await file.close();
  }
}

/** Text that some program would run or draw, whatever the file is called. */
function sniffText(head: string): string | undefined {
  const text = head.replace(/^(<!--[\s\S]*?-->\s*)+/, "").toLowerCase();
  if (/^(<\?xml[\s\S]*?>\s*)?(<!doctype svg[^>]*>\s*)?<svg[\s>]/.test(text)) return "a drawing (SVG)";
  if (
    /^<(!doctype\s+html|html|head|body|script|iframe|style|meta|title|base|link|object|embed)[\s>/]/.test(
      text,
    )
  ) {
    return "a web page";
  }
  if (text.startsWith("<?xml")) return /<html[\s>]/.test(text) ? "a web page" : "an XML file";
  if (text.startsWith("{\\rtf")) return "a Rich Text (RTF) file";
  if (text.startsWith("#!")) return "a program";
  return undefined;
}
