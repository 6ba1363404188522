import { sql } from "kysely";
import { joinProblems } from "#base/outcome.ts";
import { stateByCode, stateByName } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { ExchangeColumn, ExchangeRow, ExchangeTable, JudgedRow } from "#platform/exchange.ts";
import { parse } from "#platform/http/forms.ts";
import { addInvestment, changeInvestment } from "./actions.ts";
import { dollarsIn, type InvestmentCommand, InvestmentForm, togetherProblems, wholeYears } from "./forms.ts";
import { allCounted, type Investment, investmentById, investmentsPage, investmentsWhere } from "./queries.ts";
import { type Counted, partProblem, wholeProblem } from "./rules.ts";

const COLUMNS = [
  { key: "investor", hint: "Who invested.", required: true, example: "State of Oregon" },
  { key: "state", hint: "Postal code or name; empty where it belongs to no one state.", example: "OR" },
  { key: "dollars", hint: "Whole dollars; empty where the source does not tell them.", example: "1600000" },
  { key: "more_than", hint: "yes where the source says “more than”.", example: "yes" },
  { key: "in_kind", hint: "yes for rooms, staff or equipment rather than money.", example: "no" },
  { key: "from_year", hint: "The first year; empty where the source does not say.", example: "2017" },
  { key: "to_year", hint: "The last year.", example: "2018" },
  { key: "years_note", hint: "What the source says of the years instead.", example: "" },
  { key: "purpose", hint: "What it was for.", required: true, example: "Sector partnerships in local areas" },
  { key: "came_of_it", hint: "What came of it.", example: "" },
  {
    key: "part_of",
    hint: "The investment that holds this one, if any: its investor and its purpose with “: ” between them.",
    example: "",
  },
  { key: "source_name", hint: "Where one can read about it.", required: true, example: "Budget of 2017" },
  { key: "source_url", hint: "Its address.", example: "" },
  { key: "source_note", hint: "A word on the source.", example: "" },
] as const satisfies readonly ExchangeColumn[];
type Key = (typeof COLUMNS)[number]["key"];
type Cells = Record<Key, string>;

const COLUMN_OF: Record<string, Key> = {
  atLeast: "more_than",
  inKind: "in_kind",
  fromYear: "from_year",
  toYear: "to_year",
  yearsNote: "years_note",
  cameOfIt: "came_of_it",
  partOf: "part_of",
  sourceName: "source_name",
  sourceUrl: "source_url",
  sourceNote: "source_note",
};

export const investmentExchange: ExchangeTable = {
  kind: "investments",
  title: "Investments",
  matching: "A row is about the investment of the same investor, state, purpose and first year.",
  columns: COLUMNS,

  async judge(ctx, rows, earlier, firstNumber) {
    const read = rows.map(readRow);
    const present = await presentByKey(
      ctx,
      read.map(({ key }) => key),
    );
    const standing = await allCounted(ctx);
    const all = new Map<string, Counted>(standing.map((one) => [one.id, one]));
    const names = new Map(standing.map((one) => [one.id, nameOf(one)]));
    const byName = new Map(standing.map((one) => [nameOf(one).toLowerCase(), one.id]));
    return read.map(({ cells, key, problems, command }, index): JudgedRow => {
      const number = firstNumber + index;
      const twin = earlier.get(key);
      if (twin === undefined) earlier.set(key, number);
      else problems[""] = [`Row ${twin} of this file is about the same investment.`];
      const there = present.get(key);
      const whole = byName.get(cells.part_of.toLowerCase());
      if (whole) cells.part_of = names.get(whole) ?? cells.part_of;
      if (cells.part_of && !whole)
        problems.partOf = ["There is no such investment yet. Bring the whole first, then its parts."];
      const complete = command && { ...command, partOf: whole ?? null, toldApart: there?.toldApart ?? false };
      if (complete) {
        const entry = { ...complete, id: there?.id ?? "" };
        const wrong = partProblem(entry, all);
        const tooSmall = there && wholeProblem({ ...entry, id: there.id }, all);
        if (wrong) problems.partOf = [wrong];
        if (tooSmall) problems.dollars = [tooSmall];
        // Rows of one file count for one another, so that its parts do not outgrow their whole together.
        if (!wrong && !tooSmall)
          all.set(there?.id ?? `row ${number}`, { ...entry, id: there?.id ?? `row ${number}` });
      }
      const changes = there ? differences(cellsOf(there, names), cells) : [];
      const refused = Object.keys(problems).length > 0;
      return {
        outcome: refused ? "refused" : there ? (changes.length > 0 ? "changed" : "unchanged") : "new",
        title: cells.investor ? `${cells.investor}: ${cells.purpose}` : "(no name)",
        target: there?.id ?? null,
        problems: Object.entries(problems).flatMap(([field, messages]) =>
          messages.map((message) => ({ column: COLUMN_OF[field] ?? field, message })),
        ),
        changes,
        command: complete,
      };
    });
  },

  async apply(ctx, rows) {
    for (const { outcome, target, command } of rows) {
      const given = command as InvestmentCommand;
      const present = outcome === "changed" && target ? await investmentById(ctx, target) : undefined;
      // What may be the same money is shown to editors on their list of investments.
      const saved = present
        ? await changeInvestment(ctx, present.id, given, present.version, { unasked: true })
        : outcome === "new"
          ? await addInvestment(ctx, given, { unasked: true })
          : undefined;
      if (saved && !saved.ok) throw new Error(Object.values(saved.problems).flat().join(" "));
    }
  },

  async *rows(ctx) {
    const size = 500;
    const names = new Map((await allCounted(ctx)).map((one) => [one.id, nameOf(one)]));
    for (let offset = 0; ; offset += size) {
      const page = await investmentsPage(ctx, { offset, limit: size });
      if (page.length > 0) yield page.map((one) => cellsOf(one, names));
      if (page.length < size) return;
    }
  },
};

const nameOf = (one: { investor: string; purpose: string }) => `${one.investor}: ${one.purpose}`;

function readRow(row: ExchangeRow) {
  const cells = Object.fromEntries(COLUMNS.map(({ key }) => [key, (row[key] ?? "").trim()])) as Cells;
  const state = cells.state ? (stateByCode(cells.state) ?? stateByName(cells.state)) : undefined;
  const values = {
    investor: cells.investor,
    state: state ? state.code : cells.state,
    dollars: cells.dollars,
    atLeast: isYes(cells.more_than) ? "yes" : "",
    inKind: isYes(cells.in_kind) ? "yes" : "",
    fromYear: cells.from_year,
    toYear: cells.to_year,
    yearsNote: cells.years_note,
    purpose: cells.purpose,
    cameOfIt: cells.came_of_it,
    sourceName: cells.source_name,
    sourceUrl: cells.source_url,
    sourceNote: cells.source_note,
  };
  const form = parse(InvestmentForm, values);
  const problems = joinProblems(togetherProblems(values), form.ok ? undefined : form.problems);
  for (const key of ["more_than", "in_kind"] as const)
    if (!/^(yes|no|true|false|x|1|0|)$/i.test(cells[key])) problems[key] = ["Write yes or no."];
  const plain: Cells = {
    ...cells,
    state: state ? state.code : cells.state,
    dollars: String(dollarsIn(cells.dollars) ?? cells.dollars),
    more_than: isYes(cells.more_than) ? "yes" : "no",
    in_kind: isYes(cells.in_kind) ? "yes" : "no",
    to_year: cells.to_year || cells.from_year,
  };
  const command = form.ok && Object.keys(problems).length === 0 ? wholeYears(form.value) : null;
  return {
    cells: plain,
    key: keyOf(plain.investor, plain.state, plain.purpose, plain.from_year),
    problems,
    command,
  };
}

const isYes = (cell: string) => /^(yes|true|x|1)$/i.test(cell);

function keyOf(investor: string, state: string, purpose: string, year: string): string {
  return [state, investor.toLowerCase(), purpose.toLowerCase(), year].join("|");
}

/** What is there already by the rows' keys. One query. */
async function presentByKey(ctx: Ctx, keys: readonly string[]): Promise<Map<string, Investment>> {
  const key = sql<string>`concat_ws('|', coalesce(state_code, ''), lower(investor), lower(purpose), coalesce(from_year::text, ''))`;
  const found = await investmentsWhere(ctx, sql<boolean>`${key} = any(${keys}::text[])`);
  return new Map(
    found.map((one) => [
      keyOf(one.investor, one.stateCode ?? "", one.purpose, one.fromYear ? String(one.fromYear) : ""),
      one,
    ]),
  );
}

function cellsOf(one: Investment, names: ReadonlyMap<string, string>): Cells {
  return {
    investor: one.investor,
    state: one.stateCode ?? "",
    dollars: one.dollars === null ? "" : String(one.dollars),
    more_than: one.atLeast ? "yes" : "no",
    in_kind: one.inKind ? "yes" : "no",
    from_year: one.fromYear === null ? "" : String(one.fromYear),
    to_year: one.toYear === null ? "" : String(one.toYear),
    years_note: one.yearsNote,
    purpose: one.purpose,
    came_of_it: one.cameOfIt,
    part_of: (one.partOf && names.get(one.partOf)) || "",
    source_name: one.sourceName,
    source_url: one.sourceUrl ?? "",
    source_note: one.sourceNote,
  };
}

function differences(from: Cells, to: Cells): JudgedRow["changes"] {
  return COLUMNS.flatMap(({ key }) =>
    from[key] === to[key] ? [] : [{ column: key, from: from[key], to: to[key] }],
  );
}
