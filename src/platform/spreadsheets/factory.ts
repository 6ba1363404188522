import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { xlsxFile } from "./write-xlsx.ts";

/** An XLSX file with these cells, as our own export writes it; for tests. */
export function workbookOf(rows: string[][]): Promise<Buffer> {
  return buffer(xlsxFile([{ name: "Sheet", widths: rows[0]!.map(() => 12), rows: [rows] }]) as never);
}

/** An XLSX file with this XML inside its sheet, as other programs may write it; for tests. */
export async function workbookWith(
  sheetData: string,
  more: { texts?: string; styles?: string; workbook?: string } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
  add(
    "xl/workbook.xml",
    `<workbook>${more.workbook ?? ""}<sheets><sheet name="Hidden" state="hidden" r:id="r9"/><sheet name="One" r:id="r1"/></sheets></workbook>`,
  );
  add(
    "xl/_rels/workbook.xml.rels",
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  );
  add("xl/sharedStrings.xml", `<sst>${more.texts ?? ""}</sst>`);
  add("xl/styles.xml", `<styleSheet>${more.styles ?? ""}</styleSheet>`);
  add("xl/worksheets/sheet1.xml", `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`);
  zip.end();
  return buffer(zip.outputStream as never);
}
