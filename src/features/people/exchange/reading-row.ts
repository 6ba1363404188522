import type { z } from "zod";
import { emailAddress, line, optionalLine, optionalText } from "#base/fields.ts";
import { slugify } from "#base/slug.ts";
import { stateByCode, stateByName } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { ExchangeProblem, ExchangeRow } from "#platform/exchange.ts";
import { LONGEST_TEXT } from "../profiles/forms.ts";
import { FIELD_ROLES, PHASES } from "../profiles/roles.ts";
import { separated } from "./columns.ts";
import type { Facts } from "./known.ts";

/** What can be chosen, by each word that means it. */
type Choices = ReadonlyMap<string, string>;

/** Keys and words, however they are written: "State lead", "state-lead", "STATE_LEAD". */
function choices(words: Readonly<Record<string, string>>): Choices {
  return new Map(
    Object.entries(words).flatMap(([key, word]) => [
      [slugify(key), key],
      [slugify(word), key],
    ]),
  );
}

const ROLES = choices(FIELD_ROLES);
const PHASES_BY_WORD = choices(PHASES);

/** Sectors by slug and by name. @param offered those that may be chosen */
export function sectorChoices(offered: readonly Sector[]): Choices {
  return new Map(
    offered.flatMap((sector) => [
      [slugify(sector.slug), sector.id],
      [slugify(sector.name), sector.id],
    ]),
  );
}

/** The address of a row, lower case; undefined where it is none. */
export function emailIn(cell: string): string | undefined {
  return emailAddress().safeParse(cell).data;
}

/** @returns what a row says, without what it leaves open, and what is wrong with it */
export function readRow(
  row: ExchangeRow,
  offered: { sectors: Choices; sectorNames: readonly string[] },
): { name: string; facts: Partial<Facts>; problems: ExchangeProblem[] } {
  const problems: ExchangeProblem[] = [];
  const refuse = (column: string, message: string) => problems.push({ column, message });
  const facts: Partial<Facts> = {};
  const cell = (column: string) => row[column] ?? "";

  function read<T>(column: string, field: z.ZodType<T, string | undefined>): T | undefined {
    const found = field.safeParse(cell(column));
    if (!found.success) refuse(column, [...new Set(found.error.issues.map((one) => one.message))].join(" "));
    return found.data;
  }

  function words(
    column: string,
    key: "title" | "organization" | "canHelp" | "lookingFor",
    field: z.ZodType<string, string | undefined>,
  ) {
    const text = read(column, field)?.trim();
    if (text) facts[key] = text;
  }

  function several(
    column: "states" | "sectors" | "phases",
    find: (word: string) => string | undefined,
    unknown: (word: string) => string,
  ) {
    const found: string[] = [];
    for (const word of separated(cell(column))) {
      const one = find(word);
      if (one) found.push(one);
      else refuse(column, unknown(word));
    }
    if (found.length > 0) facts[column] = [...new Set(found)];
  }

  const name = cell("name") ? (read("name", line("The name", { max: 120 })) ?? "") : "";
  if (cell("role").trim()) {
    const role = ROLES.get(slugify(cell("role")));
    if (role) facts.role = role;
    else
      refuse(
        "role",
        `No role is called “${cell("role")}”. Known are: ${Object.values(FIELD_ROLES).join(", ")}.`,
      );
  }
  words("title", "title", optionalLine("The title", { max: 120 }));
  words("organization", "organization", optionalLine("The organization", { max: 160 }));
  several(
    "states",
    (word) => (stateByCode(word) ?? stateByName(word))?.code,
    (word) => `“${word}” is no state. Write its postal code or its name, such as NE or Nebraska.`,
  );
  several(
    "sectors",
    (word) => offered.sectors.get(slugify(word)),
    (word) => `No sector is called “${word}”. Known are: ${offered.sectorNames.join(", ")}.`,
  );
  several(
    "phases",
    (word) => PHASES_BY_WORD.get(slugify(word)),
    (word) => `No phase is called “${word}”. Known are: ${Object.keys(PHASES).join(", ")}.`,
  );
  words("can_help", "canHelp", optionalText("What they can help with", { max: LONGEST_TEXT }));
  words("looking_for", "lookingFor", optionalText("What they are looking for", { max: LONGEST_TEXT }));
  return { name, facts, problems };
}
