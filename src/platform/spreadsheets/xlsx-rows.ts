import { openArchive } from "./archive.ts";
import { FORMULA_PROBLEM, rowOf } from "./cell-text.ts";
import { isoOfSerial } from "./serial-dates.ts";
import { type SheetLimits, type SheetRow, SpreadsheetProblem, tooManyRows } from "./sheet.ts";
import { readWorkbook, type Workbook } from "./workbook.ts";
import { readXml } from "./xml-events.ts";

/**
 * The rows of the first sheet of an XLSX file, as they are unpacked. Formulas are neither run nor followed: a cell that
 * holds one is a problem of its row.
 *
 * @throws SpreadsheetProblem
 */
export async function* xlsxRows(bytes: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const archive = await openArchive(bytes, limits);
  try {
    const workbook = await readWorkbook(archive, limits);
    const reader = new SheetReader(workbook, limits);
    yield* readXml(archive.texts(workbook.sheet), reader, () => reader.take());
  } finally {
    archive.close();
  }
}

interface OpenCell {
  at: number;
  type: string;
  style: number;
  formula: boolean;
  text: string;
}

class SheetReader {
  readonly #workbook: Workbook;
  readonly #limits: SheetLimits;
  #rows: SheetRow[] = [];
  #taken = 0;
  #number = 0;
  #texts: (string | undefined)[] = [];
  #problems: SheetRow["problems"] = [];
  #cell: OpenCell | undefined;
  #listening = false;
  #aside = 0;

  constructor(workbook: Workbook, limits: SheetLimits) {
    this.#workbook = workbook;
    this.#limits = limits;
  }

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  opens(name: string, given: Record<string, string>): void {
    if (name === "row") {
      this.#number = Number(given.r) || this.#number + 1;
      this.#texts = [];
      this.#problems = [];
    } else if (name === "c") {
      const at = given.r ? columnOf(given.r) : this.#texts.length;
      this.#cell = { at, type: given.t ?? "n", style: Number(given.s ?? 0), formula: false, text: "" };
    } else if (name === "f" && this.#cell) {
      this.#cell.formula = true;
    } else if (name === "rPh") {
      this.#aside += 1;
    }
    this.#listening = (name === "v" || name === "t") && this.#aside === 0;
  }

  text(piece: string): void {
    if (this.#listening && this.#cell && this.#cell.text.length <= this.#limits.cellLength)
      this.#cell.text += piece;
  }

  closes(name: string): void {
    this.#listening = false;
    if (name === "rPh") this.#aside -= 1;
    if (name === "c" && this.#cell) this.#close(this.#cell);
    if (name === "row") this.#closeRow();
  }

  #close(cell: OpenCell): void {
    this.#cell = undefined;
    const text = this.#textOf(cell);
    if (cell.at >= this.#limits.columns) {
      // Formats and blanks may reach to the last column there is.
      if (text.trim() === "") return;
      throw new SpreadsheetProblem(
        `Row ${this.#number} has something in column ${cell.at + 1}; a table here has at most ${this.#limits.columns} columns.`,
      );
    }
    if (cell.formula) this.#problems.push({ cell: cell.at, message: FORMULA_PROBLEM });
    else if (cell.type === "e")
      this.#problems.push({ cell: cell.at, message: `This cell shows the error ${text}.` });
    this.#texts[cell.at] = text;
  }

  #textOf({ type, style, text }: OpenCell): string {
    if (type === "s") return this.#workbook.texts[Number(text)] ?? "";
    if (type === "b") return text === "1" ? "yes" : "no";
    if (type === "d") return text.replace(/T00:00:00(\.0+)?Z?$/, "");
    if (type !== "n" || text === "") return text;
    const number = Number(text);
    if (Number.isNaN(number)) return text;
    const { date, digits } = this.#workbook.formats[style] ?? {};
    if (date) return isoOfSerial(number, date, this.#workbook.since1904) ?? text;
    const plain = Number(number.toPrecision(15)).toString();
    return digits && /^\d+$/.test(plain) ? plain.padStart(digits, "0") : plain;
  }

  #closeRow(): void {
    const row = rowOf(this.#number, this.#texts, this.#limits, this.#problems);
    if (!row) return;
    this.#taken += 1;
    if (this.#taken > this.#limits.rows) throw tooManyRows(this.#limits);
    this.#rows.push(row);
  }
}

/** `AB12` → 27, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase() ?? "")
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
