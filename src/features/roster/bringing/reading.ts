import { z } from "zod";
import { foldText } from "#base/words/words-of.ts";
import { recipientsIn } from "#platform/mail/addresses.ts";
import type { NewContact } from "../facts.ts";
import type { Side } from "../standings.ts";

/** More than a launch has guests several times over; a longer list comes in parts. */
export const MOST_ROWS = 500;

type Known =
  | "name"
  | "first"
  | "last"
  | "email"
  | "company"
  | "title"
  | "phone"
  | "side"
  | "segments"
  | "note";

/** How other programs head their columns; what is not among them is left out, and the page says so. */
const HEADINGS: Record<Known, readonly string[]> = {
  name: ["name", "full name", "contact", "contact name", "attendee"],
  first: ["first", "first name", "given name"],
  last: ["last", "last name", "surname", "family name"],
  email: ["email", "e mail", "email address", "e mail address", "mail"],
  company: ["company", "organization", "organisation", "business", "employer", "company name", "account"],
  title: ["title", "job title", "position", "role"],
  phone: ["phone", "phone number", "telephone", "mobile", "cell"],
  side: ["side", "type", "kind"],
  segments: ["segment", "segments", "tags", "group", "groups"],
  note: ["note", "notes", "comment", "comments"],
};

export interface ReadRow {
  /** From 1, as the rows stand in what was given, without the headings. */
  number: number;
  contact: NewContact;
  /** Why it cannot be taken; empty where it can. */
  problem: string;
}

export interface ReadList {
  rows: ReadRow[];
  /** Columns that nobody here knows. */
  leftOut: string[];
}

const clean = (text: string | undefined, most: number) =>
  (text ?? "").replace(/\s+/g, " ").trim().slice(0, most);

/**
 * A table with headings, rows parted by line ends and cells by tabs; or the recipients of a mail.
 *
 * @param side of those of whom the list does not say
 */
export function readList(text: string, side: Side): ReadList {
  const lines = text.split(/\r?\n/).map((line) => line.split("\t"));
  const heads = lines.findIndex((cells) => cells.some((cell) => cell.trim()));
  const columns = heads < 0 ? [] : lines[heads]!.map(columnOf);
  const isTable = columns.includes("email") || columns.includes("name") || columns.includes("first");
  return isTable ? readTable(lines.slice(heads), columns, side) : readRecipients(text, side);
}

/** Whether a pasted text is a table whose cells are parted by commas or semicolons: its first line names columns. */
export function isCsv(text: string): boolean {
  const [first = ""] = text.trimStart().split(/\r?\n/);
  if (first.includes("\t") || first.includes("@")) return false;
  return first.split(/[,;]/).some((cell) => columnOf(cell.replace(/^\s*"|"\s*$/g, "")) !== undefined);
}

function columnOf(heading: string): Known | undefined {
  const key = foldText(heading)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return (Object.keys(HEADINGS) as Known[]).find((known) => HEADINGS[known].includes(key));
}

function readTable(lines: string[][], columns: (Known | undefined)[], side: Side): ReadList {
  const [headings = [], ...rest] = lines;
  const filled = rest.filter((cells) => cells.some((cell) => cell.trim()));
  const rows = filled.map((cells, index) => {
    const cell = (known: Known, most: number) => clean(cells[columns.indexOf(known)], most);
    const name = cell("name", 120) || clean(`${cell("first", 60)} ${cell("last", 60)}`, 120);
    return rowOf(index + 1, {
      name,
      address: cell("email", 300),
      side: sideOf(cell("side", 60)) ?? side,
      more: {
        company: cell("company", 160),
        title: cell("title", 120),
        phone: cell("phone", 40),
        segments: cell("segments", 300)
          .split(/[,;]/)
          .map((one) => clean(one, 40))
          .filter(Boolean)
          .slice(0, 12),
        note: cell("note", 2_000),
      },
    });
  });
  return {
    rows: marked(rows),
    leftOut: headings.map((heading) => heading.trim()).filter((heading, at) => heading && !columns[at]),
  };
}

function sideOf(text: string): Side | undefined {
  const word = text.toLowerCase();
  if (!word) return undefined;
  return /business|compan|employer|industry|private/.test(word) && !/support|public/.test(word)
    ? "business"
    : "public";
}

function readRecipients(text: string, side: Side): ReadList {
  const rows = recipientsIn(text).map(({ name, address }, index) =>
    rowOf(index + 1, { name: clean(unquoted(name), 120), address, side, more: {} }),
  );
  return { rows: marked(rows), leftOut: [] };
}

/** "Lee, Ann" is Ann Lee: mail programs of large offices turn names around. */
function unquoted(name: string): string {
  const plain = name.replace(/^["']+|["']+$/g, "");
  const turned = /^([^,]+),\s*([^,]+)$/.exec(plain);
  return turned ? `${turned[2]} ${turned[1]}` : plain;
}

const Address = z.email().max(254);

function rowOf(
  number: number,
  given: { name: string; address: string; side: Side; more: Partial<NewContact> },
): ReadRow {
  const address = given.address.toLowerCase();
  const isAddress = Address.safeParse(address).success;
  const contact = { ...given.more, name: given.name, email: isAddress ? address : null, side: given.side };
  const problem =
    address && !isAddress
      ? `“${given.address}” does not read like an e-mail address.`
      : !given.name && !address
        ? "There is neither a name nor an address in this row."
        : "";
  return { number, contact, problem };
}

/** The second of two rows under one address is not taken. */
function marked(rows: ReadRow[]): ReadRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const { email } = row.contact;
    if (row.problem || !email) return row;
    const before = seen.get(email);
    if (before) return { ...row, problem: `Row ${before} has the same address.` };
    seen.set(email, row.number);
    return row;
  });
}
