import { CSV_START, csvLine } from "#base/csv.ts";
import { xlsxFile } from "#platform/spreadsheets/write-xlsx.ts";

/** A table as it is written: headings, how wide each column is, and rows some hundreds at a time. */
export interface TableToWrite {
  name: string;
  headings: readonly string[];
  rows: AsyncIterable<string[][]>;
  /** A second sheet, which CSV has no room for. */
  explained?: string[][];
}

export const FORMATS = ["csv", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The table as a file to be saved, written as fast as it is taken and never held as a whole. */
export function tableFile(format: Format, fileName: string, table: TableToWrite): Response {
  const body = format === "csv" ? csvStream(table) : workbook(table);
  return new Response(body, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="${fileName}.${format}"`,
    },
  });
}

function workbook({ name, headings, rows, explained }: TableToWrite): ReadableStream<Uint8Array> {
  const widths = headings.map((heading) => Math.min(40, Math.max(14, heading.length + 4)));
  const sheets = [{ name, widths, rows: withHeadings(headings, rows) }];
  if (!explained) return xlsxFile(sheets);
  const more = {
    name: "How to fill it in",
    widths: [20, 12, 70, 40],
    rows: withHeadings(explained[0]!, pages(explained.slice(1))),
  };
  return xlsxFile([...sheets, more]);
}

async function* withHeadings(headings: readonly string[], rows: AsyncIterable<string[][]>) {
  yield [[...headings]];
  yield* rows;
}

/** Rows that are there already, as a list of one page. */
export async function* pages(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows;
}

function csvStream({ headings, rows }: TableToWrite): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const texts = csvTexts(headings, rows);
  return new ReadableStream({
    async pull(out) {
      const { done, value } = await texts.next();
      if (done) out.close();
      else out.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

async function* csvTexts(
  headings: readonly string[],
  rows: AsyncIterable<string[][]>,
): AsyncGenerator<string> {
  yield CSV_START + csvLine(headings);
  for await (const some of rows) yield some.map((cells) => csvLine(cells)).join("");
}
