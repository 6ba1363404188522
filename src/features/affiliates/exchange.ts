import { sql } from "kysely";
import { joinProblems, type Problems } from "#base/outcome.ts";
import { partialDateIn } from "#base/partial-date.ts";
import { readSources } from "#base/source.ts";
import { parseCounties, stateByCode, stateByName } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { ExchangeColumn, ExchangeRow, ExchangeTable, JudgedRow } from "#platform/exchange.ts";
import { parse } from "#platform/http/forms.ts";
import { addAffiliate, changeAffiliate } from "./actions.ts";
import { AffiliateForm, togetherProblems } from "./forms.ts";
import { type Affiliate, affiliateById, affiliatesWhere, leadsOf } from "./queries.ts";

const COLUMNS = [
  { key: "name", hint: "Its name.", required: true, example: "Colorado" },
  { key: "kind", hint: "state, region or organization.", required: true, example: "state" },
  { key: "state", hint: "Postal code or name of its state; empty for the whole country.", example: "CO" },
  {
    key: "county_fips",
    hint: "For a region: FIPS codes with a semicolon between them.",
    example: "31109; 31151",
  },
  {
    key: "joined_on",
    hint: "Since when it has worked with the model, as far as that is known: 2018, 2018-03 or 2018-03-14.",
    example: "2013",
  },
  { key: "left_on", hint: "Until when, only where it has left.", example: "" },
  {
    key: "summary",
    hint: "One or two sentences, up to 240 characters.",
    example: "The state began in 2013.",
  },
  { key: "url", hint: "Its own site.", example: "https://cwdc.colorado.gov" },
  { key: "source_name", hint: "Where the facts come from.", example: "The council’s annual report" },
  { key: "source_url", hint: "The source’s address.", example: "" },
] as const satisfies readonly ExchangeColumn[];
type Key = (typeof COLUMNS)[number]["key"];
type Cells = Record<Key, string>;

/** Column of the table → field of the form, where they are not called the same. */
const COLUMN_OF: Record<string, Key> = {
  counties: "county_fips",
  joinedOn: "joined_on",
  leftOn: "left_on",
  "source-0-name": "source_name",
  "source-0-url": "source_url",
};

export const affiliateExchange: ExchangeTable = {
  kind: "affiliates",
  title: "Affiliates",
  matching: "A row is about the affiliate of the same name and kind in the same state.",
  columns: COLUMNS,

  async judge(ctx, rows, earlier, firstNumber) {
    const read = rows.map(readRow);
    const present = await presentByKey(
      ctx,
      read.map(({ key }) => key),
    );
    return read.map(({ cells, key, problems, command }, index): JudgedRow => {
      const number = firstNumber + index;
      const twin = earlier.get(key);
      if (twin === undefined) earlier.set(key, number);
      else problems[""] = [`Row ${twin} of this file is about the same affiliate.`];
      const there = present.get(key);
      const changes = there ? differences(cellsOf(there), cells) : [];
      const refused = Object.keys(problems).length > 0;
      return {
        outcome: refused ? "refused" : there ? (changes.length > 0 ? "changed" : "unchanged") : "new",
        title: cells.name || "(no name)",
        target: there?.id ?? null,
        problems: Object.entries(problems).flatMap(([field, messages]) =>
          messages.map((message) => ({ column: COLUMN_OF[field] ?? field, message })),
        ),
        changes,
        command,
      };
    });
  },

  async apply(ctx, rows) {
    for (const { outcome, target, command } of rows) {
      const given = command as NonNullable<ReturnType<typeof readRow>["command"]>;
      if (outcome === "new") await addAffiliate(ctx, { ...given, story: "", leads: [] });
      const present = outcome === "changed" && target ? await affiliateById(ctx, target) : undefined;
      if (!present) continue;
      // A table has one source without a note, and neither story nor leads: what more there is stays.
      const leads = (await leadsOf(ctx, [present.id])).get(present.id) ?? [];
      const [first, ...more] = present.sources;
      const sources = [...given.sources.map((one) => ({ ...one, note: first?.note ?? "" })), ...more];
      await changeAffiliate(
        ctx,
        present.id,
        { ...given, story: present.story, leads, sources },
        present.version,
      );
    }
  },

  async *rows(ctx) {
    const size = 500;
    for (let last = ""; ; ) {
      const page = await affiliatesWhere(ctx, sql<boolean>`slug > ${last}`, size);
      if (page.length > 0) yield page.map(cellsOf);
      if (page.length < size) return;
      last = page.at(-1)!.slug;
    }
  },
};

function readRow(row: ExchangeRow) {
  const cells = Object.fromEntries(COLUMNS.map(({ key }) => [key, (row[key] ?? "").trim()])) as Cells;
  const state = cells.state && (stateByCode(cells.state) ?? stateByName(cells.state));
  const kind = cells.kind.toLowerCase();
  const values = {
    name: cells.name,
    kind,
    state: state ? state.code : cells.state,
    summary: cells.summary,
    url: cells.url,
    joinedOn: cells.joined_on,
    leftOn: cells.left_on,
  };
  const form = parse(AffiliateForm, values);
  const counties =
    kind === "region"
      ? parseCounties(cells.county_fips, { field: "counties" })
      : ({ ok: true, value: [] } as const);
  const named = cells.source_name || cells.source_url;
  const sources = readSources(
    "source",
    named ? [{ index: 0, name: cells.source_name, url: cells.source_url, note: "" }] : [],
  );
  const problems: Problems = joinProblems(
    togetherProblems(values),
    ...[form, counties, sources].map((part) => (part.ok ? undefined : part.problems)),
  );
  const plain: Cells = {
    ...cells,
    kind,
    state: state ? state.code : cells.state,
    county_fips: counties.ok ? counties.value.join("; ") : cells.county_fips,
    joined_on: partialDateIn(cells.joined_on) ?? cells.joined_on,
    left_on: partialDateIn(cells.left_on) ?? cells.left_on,
  };
  const command =
    form.ok && counties.ok && sources.ok
      ? { ...form.value, counties: [...counties.value], sources: sources.value }
      : null;
  return { cells: plain, key: keyOf(plain.name, kind, plain.state), problems, command };
}

/** A state is an affiliate at most once, whatever it is called. */
function keyOf(name: string, kind: string, state: string): string {
  return kind === "state" ? `state ${state}` : `${kind} ${state} ${name.toLowerCase()}`;
}

/** What is there already by the rows' keys. One query. */
async function presentByKey(ctx: Ctx, keys: readonly string[]): Promise<Map<string, Affiliate>> {
  const key = sql<string>`case kind when 'state' then 'state ' || state_code
    else kind || ' ' || coalesce(state_code, '') || ' ' || lower(name) end`;
  const found = await affiliatesWhere(ctx, sql<boolean>`${key} = any(${keys}::text[])`);
  return new Map(found.map((one) => [keyOf(one.name, one.kind, one.stateCode ?? ""), one]));
}

function cellsOf(one: Affiliate): Cells {
  const [source] = one.sources;
  return {
    name: one.name,
    kind: one.kind,
    state: one.stateCode ?? "",
    county_fips: one.counties.join("; "),
    joined_on: one.joinedOn ?? "",
    left_on: one.leftOn ?? "",
    summary: one.summary,
    url: one.url ?? "",
    source_name: source?.name ?? "",
    source_url: source?.url ?? "",
  };
}

function differences(from: Cells, to: Cells): JudgedRow["changes"] {
  return COLUMNS.flatMap(({ key }) =>
    from[key] === to[key] ? [] : [{ column: key, from: from[key], to: to[key] }],
  );
}
