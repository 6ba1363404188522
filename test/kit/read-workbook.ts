import { openArchive } from "#platform/spreadsheets/archive.ts";
import { SHEET_LIMITS } from "#platform/spreadsheets/sheet.ts";

export interface ReadCell {
  text?: string;
  value?: number;
  formula?: string;
}

/** The first sheet's rows as they stand in the file, formulas beside the values that were written with them. */
export async function readSheetRows(xlsx: Buffer): Promise<ReadCell[][]> {
  const xml = await sheetIn(xlsx);
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, inside = ""]) => ({
      ...pick("text", /<t[^>]*>(.*?)<\/t>/s.exec(inside)?.[1]),
      ...pick("formula", /<f>(.*?)<\/f>/s.exec(inside)?.[1]),
      ...(inside.includes("<v>") ? { value: Number(/<v>(.*?)<\/v>/s.exec(inside)![1]) } : {}),
    })),
  );
}

function pick(name: "text" | "formula", found: string | undefined): ReadCell {
  return found === undefined ? {} : { [name]: found };
}

async function sheetIn(xlsx: Buffer): Promise<string> {
  const archive = await openArchive(xlsx, SHEET_LIMITS);
  try {
    let xml = "";
    for await (const text of archive.texts("xl/worksheets/sheet1.xml")) xml += text;
    return xml;
  } finally {
    archive.close();
  }
}
