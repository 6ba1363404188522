import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { defused } from "#base/csv.ts";
import { escapeXml } from "#base/xml.ts";
import { columnLetters } from "./sheet.ts";

export interface SheetToWrite {
  /** At most 31 characters, without `[]:*?/\`. */
  name: string;
  /** In characters, one for each column. */
  widths: readonly number[];
  /** The first is the line of headings: it is set bold and stays in sight. */
  rows: AsyncIterable<readonly SheetCell[][]> | Iterable<readonly SheetCell[][]>;
}

/**
 * A cell to write. A formula is the house's own, never made from what somebody typed: it is written without `=`, with
 * the value it has now for programs that do not reckon.
 */
export type SheetCell = string | FigureCell;
export interface FigureCell {
  value: number;
  formula?: string;
  look?: NumberLook;
}

/** How a number is shown: `1,234`, `12.3%`, `1.24`, or as it is. */
export type NumberLook = "whole" | "percent" | "two-decimals" | "plain";

/**
 * An XLSX file, made as it is read and never held as a whole. Every text is a cell of text and every column is marked as
 * text: a code keeps its leading zero, `2018-03` is not made a day, and what a stranger typed is not run.
 */
export function xlsxFile(sheets: readonly SheetToWrite[]): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(START + text), name);
  const parts = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  add(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${parts.map((part) => `<Override PartName="/xl/${part}" ContentType="${KIND}.worksheet+xml"/>`).join("")}</Types>`,
  );
  add("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
  add(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${sheets
      .map(
        ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
  );
  add(
    "xl/_rels/workbook.xml.rels",
    relations([...parts.map((part): [string, string] => ["worksheet", part]), ["styles", "styles.xml"]]),
  );
  add("xl/styles.xml", STYLES);
  for (const [index, sheet] of sheets.entries())
    zip.addReadStream(Readable.from(sheetXml(sheet)), `xl/${parts[index]}`);
  zip.end();
  return Readable.toWeb(Readable.from(zip.outputStream)) as ReadableStream<Uint8Array>;
}

const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Cell styles: 0 plain, 1 text, 2 heading, 3 to 5 numbers. Formats: 49 is text, 3 `#,##0`, 164 our own, 2 `0.00`. */
const NUMBER_STYLES: Record<NumberLook, number> = { plain: 0, whole: 3, percent: 4, "two-decimals": 5 };
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function relations(all: [kind: string, target: string][]): string {
  const each = all.map(
    ([kind, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${OFFICE}/relationships/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

async function* sheetXml({ widths, rows }: SheetToWrite): AsyncGenerator<string> {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  yield `${START}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>`;
  let number = 0;
  for await (const several of rows) {
    let text = "";
    for (const cells of several) {
      number += 1;
      text += rowXml(cells, number);
    }
    if (text) yield text;
  }
  yield "</sheetData></worksheet>";
}

function rowXml(cells: readonly SheetCell[], number: number): string {
  const inside = cells.map((cell, index) =>
    cellXml(cell, `${columnLetters(index)}${number}`, number === 1 ? 2 : 1),
  );
  return `<row r="${number}">${inside.join("")}</row>`;
}

function cellXml(cell: SheetCell, at: string, textStyle: number): string {
  if (cell === "") return "";
  if (typeof cell === "string")
    return `<c r="${at}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(defused(cell))}</t></is></c>`;
  const { value, formula, look = "plain" } = cell;
  const runs = formula === undefined ? "" : `<f>${escapeXml(formula)}</f>`;
  return `<c r="${at}" s="${NUMBER_STYLES[look]}">${runs}<v>${value}</v></c>`;
}
