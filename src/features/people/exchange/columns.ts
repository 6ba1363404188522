import { stateByCode } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { ExchangeColumn, ExchangeRow } from "#platform/exchange.ts";
import { FIELD_ROLES, PHASES } from "../profiles/roles.ts";
import type { Part } from "../profiles/visibility.ts";
import type { Facts, KnownPerson } from "./known.ts";

export const COLUMNS: readonly ExchangeColumn[] = [
  {
    key: "email",
    hint: "By this address a person is found, and with it they sign in. It is shown to nobody.",
    required: true,
    example: "maya@example.org",
  },
  {
    key: "name",
    hint: "First and last name. Somebody new needs one; it stands only where they have not said one themselves.",
    required: true,
    example: "Maya Torres",
  },
  {
    key: "role",
    hint: `One of: ${Object.values(FIELD_ROLES).join(", ")}.`,
    example: "Convener",
  },
  { key: "title", hint: "Their title at work.", example: "Director of partnerships" },
  {
    key: "organization",
    hint: "Where they work. One that the directory of organizations does not know is added to it, and everyone reads that directory.",
    example: "Southeast Community College",
  },
  {
    key: "states",
    hint: "Postal codes or names of the states they work in, separated by semicolons.",
    example: "NE; IA",
  },
  { key: "sectors", hint: "Names or slugs of sectors, separated by semicolons.", example: "healthcare" },
  {
    key: "phases",
    hint: `The phases they work in now, separated by semicolons. Known are: ${Object.entries(PHASES)
      .map(([key, words]) => `${key} (${words})`)
      .join("; ")}.`,
    example: "prepare; launch",
  },
  {
    key: "can_help",
    hint: "What they can help others with, plain text.",
    example: "Preparing launch meetings.",
  },
  {
    key: "looking_for",
    hint: "What they are looking for, plain text.",
    example: "A peer in a logistics partnership.",
  },
];

/** Which part of a profile a column fills, and who sees that part is chosen under which name. */
export const FILLS = {
  role: { fact: "role", part: "role" },
  title: { fact: "title", part: "title" },
  organization: { fact: "organization", part: "organization" },
  states: { fact: "states", part: "places" },
  sectors: { fact: "sectors", part: "sectors" },
  phases: { fact: "phases", part: "phases" },
  can_help: { fact: "canHelp", part: "canHelp" },
  looking_for: { fact: "lookingFor", part: "lookingFor" },
} as const satisfies Record<string, { fact: keyof Facts; part: Part }>;
export type FillColumn = keyof typeof FILLS;
export const FILL_COLUMNS = Object.keys(FILLS) as FillColumn[];

/** @param sectors by their ids */
export function rowOf(
  { email, name, facts }: Pick<KnownPerson, "email" | "name" | "facts">,
  sectors: ReadonlyMap<string, Sector>,
): ExchangeRow {
  return {
    email: email ?? "",
    name,
    role: facts.role,
    title: facts.title,
    organization: facts.organization,
    states: joined(facts.states.map((code) => stateByCode(code)?.postal ?? code)),
    sectors: joined(facts.sectors.flatMap((id) => sectors.get(id)?.slug ?? [])),
    phases: joined(facts.phases),
    can_help: facts.canHelp,
    looking_for: facts.lookingFor,
  };
}

/** Several in one cell. */
const joined = (words: readonly string[]) => words.join("; ");

/** The parts of such a cell. */
export function separated(cell: string): string[] {
  return cell
    .split(/[;\n]/)
    .map((one) => one.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}
