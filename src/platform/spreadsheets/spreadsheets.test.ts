import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "#base/clean-text.ts";
import { csvLine } from "#base/csv.ts";
import { workbookOf, workbookWith } from "./factory.ts";
import { sheetRows } from "./read.ts";
import { isoOfSerial } from "./serial-dates.ts";
import { SHEET_LIMITS, type SheetRow, SpreadsheetProblem } from "./sheet.ts";

async function read(bytes: Buffer | string, limits = SHEET_LIMITS): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheetRows(Buffer.from(bytes as never), limits)) rows.push(row);
  return rows;
}
const cellsOf = async (bytes: Buffer | string) => (await read(bytes)).map(({ cells }) => cells);
const columns = (count: number) => Array.from({ length: count }, () => "x");

describe("a CSV file", () => {
  test("is read whatever program wrote it", async () => {
    const text = 'name,place\r\nHöegh & Sons,"Añasco, PR"\r\n';
    const expected = [
      ["name", "place"],
      ["Höegh & Sons", "Añasco, PR"],
    ];
    const narrow = Buffer.from(text, "latin1");
    const wide = Buffer.from(text, "utf16le");
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      narrow,
      wide,
      Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
      Buffer.from(text.replaceAll("\r\n", "\n")),
      Buffer.from(text.replaceAll("\r\n", "\r")),
      Buffer.from(text.replace(",", ";").replace("Sons,", "Sons;")),
      Buffer.from(text.replace(",", "\t").replace("Sons,", "Sons\t")),
      Buffer.from(`sep=,\r\n${text}`),
    ])
      expect(await cellsOf(bytes)).toEqual(expected);
  });

  test("that was put together from two encodings is read line by line", async () => {
    const mixed = Buffer.concat([
      Buffer.from("\ufeffname\nCafé ä\n"),
      Buffer.from(
        "Café ö – “quoted”\n".replace("–", "\x96").replace("“", "\x93").replace("”", "\x94"),
        "latin1",
      ),
    ]);
    expect(await cellsOf(mixed)).toEqual([["name"], ["Café ä"], ["Café ö – “quoted”"]]);
  });

  test("keeps the numbers that the spreadsheet program shows, over empty lines and line breaks in cells", async () => {
    const rows = await read('a,b\n\n"two\nlines",x\n,,\nlast\n');
    expect(rows.map(({ number, cells }) => [number, cells])).toEqual([
      [1, ["a", "b"]],
      [3, ["two\nlines", "x"]],
      [5, ["last"]],
    ]);
  });

  test("with a quotation mark that is never closed is refused with its row", async () => {
    await expect(read(`a\n"${"x\n".repeat(400_000)}`)).rejects.toThrow("opens in row 2 is not closed");
  });

  test("beyond the most rows or columns is refused in words", async () => {
    const limits = { ...SHEET_LIMITS, rows: 4 };
    await expect(read("a\nb\nc\nd\ne\n", limits)).rejects.toThrow("more than 3 rows");
    await expect(read(columns(101).join(","))).rejects.toThrow("Row 1 goes on to column CW");
    await expect(read(",".repeat(100_000))).rejects.toThrow(SpreadsheetProblem);
  });
});

describe("what is written is read again", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom(
      "=1+1",
      "'=1",
      "''=1",
      "+1 402 555",
      "-5",
      "@x",
      "'tis",
      "06001",
      "2018-03",
      'a"b',
      "a;b",
      "\t=1",
    ),
  );
  /** As a stored text is: what no text of ours holds is no matter of this test. */
  const clean = (text: string) => cleanText(text).trim();
  const table = fc
    .array(fc.tuple(cell.map(clean), cell.map(clean)), { maxLength: 8 })
    .map((rows) => [["one", "two"], ...rows.filter((row) => row.join("") !== "")] as string[][]);
  const ends = (rows: string[][]) => rows.map(([a = "", b = ""]) => (b === "" ? [a] : [a, b]));

  test("as CSV", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(await cellsOf(`\ufeff${rows.map((row) => csvLine(row)).join("")}`)).toEqual(ends(rows));
      }),
    );
  });

  test("as XLSX, and no cell of it can be run", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(await cellsOf(await workbookOf(rows))).toEqual(ends(rows));
      }),
      { numRuns: 40 },
    );
  });
});

describe("an XLSX file", () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="[$-409]d/m/yy\\ h:mm;@"/><numFmt numFmtId="167" formatCode="&quot;day &quot;0"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>`;

  test("gives dates as far as the cell shows them, in either system", async () => {
    const row = `<row r="1"><c r="A1" s="1"><v>43173</v></c><c r="B1" s="2"><v>43160</v></c><c r="C1" s="3"><v>6001</v></c><c r="D1" s="4"><v>43173.75</v></c><c r="E1" s="5"><v>12</v></c><c r="F1"><v>0.1</v></c></row>`;
    expect(await cellsOf(await workbookWith(row, { styles }))).toEqual([
      ["2018-03-14", "2018-03", "06001", "2018-03-14T18:00", "12", "0.1"],
    ]);
    const since1904 = await workbookWith(row, { styles, workbook: '<workbookPr date1904="1"/>' });
    expect((await cellsOf(since1904))[0]?.[0]).toBe("2022-03-15");
    expect(isoOfSerial(1, "day", false)).toBe("1900-01-01");
    expect(isoOfSerial(61, "day", false)).toBe("1900-03-01");
    expect(isoOfSerial(0, "day", true)).toBe("1904-01-01");
  });

  test("has texts in several shapes, gaps between cells, and readings aloud that are left out", async () => {
    const texts =
      '<si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></si>';
    const row = `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="E3" t="b"><v>1</v></c><c r="XFD3" s="1"/></row>`;
    expect(await read(await workbookWith(row, { texts, styles }))).toEqual([
      { number: 3, cells: ["plain", "", "rich", "a & b", "yes"], problems: [] },
    ]);
  });

  test("may hold formulas, and each is a problem at its cell; none is run or believed", async () => {
    const row = `<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://evil.test","Click")</f><v>Click</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="inlineStr"><is><t>=HYPERLINK("http://evil.test")</t></is></c></row>`;
    const [only] = await read(await workbookWith(row));
    expect(only?.problems.map(({ cell, message }) => [cell, message.slice(0, 26)])).toEqual([
      [0, "This cell holds a formula,"],
      [1, "This cell shows the error "],
      [2, "This cell holds a formula,"],
    ]);
  });

  test("that unpacks to far more than a table is not read on", async () => {
    const bomb = await workbookWith(`<row r="1"><c r="A1" t="str"><v>${" ".repeat(40e6)}</v></c></row>`);
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    await expect(read(bomb)).rejects.toThrow("unpacks to far more");
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
  });

  test("with entities that grow, or damaged, or of another kind, is refused in words", async () => {
    const laughs = Buffer.from(await workbookWith("<row r='1'><c r='A1'><v>&lol;</v></c></row>"));
    await expect(read(laughs)).rejects.toThrow("damaged");
    const whole = await workbookOf([["a"], ["b"]]);
    await expect(read(whole.subarray(0, whole.length - 30))).rejects.toThrow("cannot be opened");
    await expect(read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).rejects.toThrow(".xls");
    await expect(read(Buffer.from("PK\x03\x04 no archive"))).rejects.toThrow("cannot be opened");
    await expect(read("")).rejects.toThrow("empty");
  });
});
