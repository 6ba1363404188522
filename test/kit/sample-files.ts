import { crc32 } from "node:zlib";
import sharp from "sharp";

/** Small but genuine files of each kind, made here so that no test rests on a binary in the repository. */

/** An archive of stored (not compressed) entries. */
export function zipOf(entries: Record<string, string | Buffer>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = Buffer.from(content as string);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), bytes]);
    locals.push(local);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, where, Buffer.from(name)]));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const MAIN_TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  docm: "application/vnd.ms-word.document.macroEnabled",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

export function officeFile(kind: keyof typeof MAIN_TYPES, more: Record<string, string> = {}): Buffer {
  const folder = { d: "word/document", x: "xl/workbook", p: "ppt/presentation" }[kind[0] as "d" | "x" | "p"];
  return zipOf({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${folder}.xml" ContentType="${MAIN_TYPES[kind]}.main+xml"/></Types>`,
    [`${folder}.xml`]: '<?xml version="1.0"?><document/>',
    ...more,
  });
}

export function openDocument(kind: "text" | "presentation" | "spreadsheet"): Buffer {
  return zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}`, "content.xml": "<x/>" });
}

/** The container of Office 97: a header sector, an allocation table and one directory sector with these streams. */
export function oldOfficeFile(...streams: string[]): Buffer {
  const header = Buffer.alloc(512);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  const allocation = Buffer.alloc(512, 0xff);
  const entries = ["Root Entry", ...streams].map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, "utf16le");
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    return entry;
  });
  return Buffer.concat([header, allocation, ...entries]);
}

export function pdfFile(text = "Minutes of the launch meeting"): Buffer {
  const stream = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let body = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const start = body.length;
  body += `xref\n0 6\n0000000000 65535 f \n${offsets.join("")}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

/** A tag and two silent frames of 128 kbit/s. */
export function mp3File(): Buffer {
  const tag = Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 10, ...Array<number>(10).fill(0)]);
  const frame = Buffer.alloc(417);
  Buffer.from("fffb9000", "hex").copy(frame);
  return Buffer.concat([tag, frame, frame]);
}

export function pictureFile(
  format: "png" | "jpeg" | "webp" | "gif",
  width = 64,
  height = 48,
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#1f5fa8" } })
    .toFormat(format)
    .toBuffer();
}
