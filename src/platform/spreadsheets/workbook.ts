import type { Archive } from "./archive.ts";
import { type DateShown, dateShownBy, dateShownByNumber } from "./serial-dates.ts";
import { type SheetLimits, SpreadsheetProblem } from "./sheet.ts";
import { hearXml } from "./xml-events.ts";

/** How a cell's number is to be read, by its style. */
export interface NumberFormat {
  date?: DateShown;
  /** `00000`: as many digits as this, as codes have that begin with zero. */
  digits?: number;
}

export interface Workbook {
  /** Part that holds the first sheet that is not hidden. */
  sheet: string;
  since1904: boolean;
  /** Texts that cells name by number. */
  texts: string[];
  /** By the number that a cell names. */
  formats: NumberFormat[];
}

export async function readWorkbook(archive: Archive, limits: SheetLimits): Promise<Workbook> {
  const { relation, since1904 } = await firstSheet(archive);
  const sheet = await sheetPart(archive, relation);
  if (!sheet || !archive.has(sheet))
    throw new SpreadsheetProblem("There is no sheet in this file. Is it a spreadsheet (.xlsx)?");
  return {
    sheet,
    since1904,
    formats: await formatsOf(archive),
    texts: await textsOf(archive, limits),
  };
}

async function firstSheet(archive: Archive): Promise<{ relation: string; since1904: boolean }> {
  let relation = "";
  let since1904 = false;
  await hearXml(archive.texts("xl/workbook.xml", 8 * 2 ** 20), {
    opens(name, given) {
      if (name === "workbookPr") since1904 = ["1", "true", "on"].includes(given.date1904 ?? "");
      const hidden = given.state === "hidden" || given.state === "veryHidden";
      if (name === "sheet" && relation === "" && !hidden)
        relation = Object.entries(given).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? "";
    },
  });
  return { relation, since1904 };
}

async function sheetPart(archive: Archive, relation: string): Promise<string | undefined> {
  let target: string | undefined;
  await hearXml(archive.texts("xl/_rels/workbook.xml.rels", 8 * 2 ** 20), {
    opens(name, { Id, Target, TargetMode }) {
      if (name === "Relationship" && Id === relation && Target && TargetMode !== "External")
        target = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
    },
  });
  return target;
}

async function formatsOf(archive: Archive): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inside = false;
  await hearXml(archive.texts("xl/styles.xml", 32 * 2 ** 20), {
    opens(name, { numFmtId, formatCode }) {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "");
      if (name === "cellXfs") inside = true;
      if (name === "xf" && inside) formats.push(formatOf(Number(numFmtId ?? 0), codes));
    },
    closes(name) {
      if (name === "cellXfs") inside = false;
    },
  });
  return formats;
}

function formatOf(id: number, codes: Map<number, string>): NumberFormat {
  const code = codes.get(id);
  const date = code === undefined ? dateShownByNumber(id) : dateShownBy(code);
  const digits = /^"?(0{2,20})"?$/.exec(code ?? "")?.[1]?.length;
  return { ...(date ? { date } : {}), ...(digits ? { digits } : {}) };
}

async function textsOf(archive: Archive, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  // Readings aloud stand beside a text in the same element, and are no part of it.
  let aside = 0;
  let inText = false;
  await hearXml(archive.texts("xl/sharedStrings.xml", limits.textBytes), {
    opens(name) {
      if (name === "si") text = "";
      if (name === "rPh") aside += 1;
      inText = name === "t" && aside === 0;
    },
    text(piece) {
      if (inText && text.length <= limits.cellLength) text += piece;
    },
    closes(name) {
      if (name === "rPh") aside -= 1;
      if (name === "t") inText = false;
      if (name === "si") texts.push(text);
    },
  });
  return texts;
}
