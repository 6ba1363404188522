import { stateByCode, stateByName } from "#features/places/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { ExchangeRow, ExchangeTable, JudgedRow } from "#platform/exchange.ts";
import { insertOrganizations, type OrganizationFacts, updateOrganizations } from "./actions.ts";
import { organizationsNamed } from "./find.ts";
import { OrganizationForm } from "./forms.ts";
import { organizationKey } from "./key.ts";
import { ORGANIZATION_KINDS } from "./kinds.ts";
import { allOrganizations } from "./listing.ts";
import { type Organization, organizationsBySlugs } from "./queries.ts";

interface Command {
  facts: OrganizationFacts;
  /** Of what is there already. */
  version: number | null;
}

/** Which field of the form a column fills. */
const FIELDS = {
  name: "name",
  also_known_as: "alsoKnownAs",
  kind: "kind",
  state: "stateCode",
  place: "place",
  website: "url",
  source: "source",
} as const;
export const organizationsTable: ExchangeTable = {
  kind: "organizations",
  title: "Organizations",
  matching:
    "By its slug, the last part of its page’s address, where one is given; else by its name within its state. Accents, points and “Inc.” make no difference.",
  columns: [
    {
      key: "slug",
      hint: "The last part of the address of its page, for one that is there already. Leave it empty for a new one.",
      example: "",
    },
    {
      key: "name",
      hint: "As the organization writes itself.",
      required: true,
      example: "Southeast Community College",
    },
    {
      key: "also_known_as",
      hint: "Short forms and earlier names, separated by semicolons.",
      example: "SCC; Southeast CC",
    },
    { key: "kind", hint: `One of: ${ORGANIZATION_KINDS.join(", ")}.`, required: true, example: "college" },
    {
      key: "state",
      hint: "Postal code or name; empty where it is not one state’s.",
      example: "NE",
    },
    { key: "place", hint: "Town or address.", example: "Lincoln" },
    { key: "website", hint: "Starts with https://", example: "https://www.southeast.edu/" },
    { key: "source", hint: "Where these facts come from.", example: "Its website, March 2026" },
  ],
  judge,
  async apply(ctx, rows) {
    const commands = rows.map((row) => ({ id: row.target, ...(row.command as Command) }));
    await insertOrganizations(
      ctx,
      commands.filter(({ id }) => id === null).map(({ facts }) => facts),
    );
    await updateOrganizations(
      ctx,
      commands.flatMap(({ id, version, facts }) => (id && version ? [{ id, version, facts }] : [])),
    );
  },
  async *rows(ctx) {
    for await (const some of allOrganizations(ctx, { q: "" })) yield some.map(rowOf);
  },
};

function factsOf({
  name,
  alsoKnownAs,
  kind,
  stateCode,
  place,
  url,
  source,
}: Organization): OrganizationFacts {
  return { name, alsoKnownAs, kind, stateCode, place, url, source };
}

function rowOf(one: OrganizationFacts & { slug?: string }): ExchangeRow {
  return {
    slug: one.slug ?? "",
    name: one.name,
    also_known_as: one.alsoKnownAs.join("; "),
    kind: one.kind,
    state: one.stateCode?.toUpperCase() ?? "",
    place: one.place,
    website: one.url ?? "",
    source: one.source,
  };
}

async function judge(
  ctx: Ctx,
  rows: readonly ExchangeRow[],
  earlier: Map<string, number>,
  firstNumber: number,
): Promise<JudgedRow[]> {
  const bySlug = await organizationsBySlugs(
    ctx,
    rows.flatMap(({ slug }) => slug || []),
  );
  const named = await organizationsNamed(
    ctx,
    rows.map(({ name = "", state = "" }) => ({ name, stateCode: stateIn(state) })),
  );
  return rows.map((row, index) => {
    const existing = row.slug ? bySlug.get(row.slug) : named[index];
    return judgeRow(row, existing, earlier, firstNumber + index);
  });
}

const stateIn = (text: string) => (stateByCode(text) ?? stateByName(text))?.code ?? null;

function judgeRow(
  row: ExchangeRow,
  existing: Organization | undefined,
  earlier: Map<string, number>,
  number: number,
): JudgedRow {
  const judged: JudgedRow = {
    outcome: "refused",
    title: row.name || existing?.name || "",
    target: existing?.id ?? null,
    problems: [],
    changes: [],
    command: null,
  };
  const refuse = (column: string, message: string) => judged.problems.push({ column, message });
  if (row.slug && !existing)
    refuse("slug", `No organization has the slug “${row.slug}”. Leave it empty for a new one.`);
  // An empty cell leaves what is there as it is, and so does one that says the same, however old that is.
  const before: ExchangeRow = existing ? rowOf(existing) : {};
  const facts = (existing ? factsOf(existing) : {}) as OrganizationFacts;
  for (const [column, field] of Object.entries(FIELDS)) {
    const cell = row[column] ?? "";
    if (existing && (cell === "" || cell === before[column])) continue;
    const read = OrganizationForm.shape[field].safeParse(cell);
    if (read.success) Object.assign(facts, { [field]: read.data });
    else refuse(column, [...new Set(read.error.issues.map(({ message }) => message))].join(" "));
  }
  if (judged.problems.length > 0) return judged;

  const about = existing ? `id ${existing.id}` : `${organizationKey(facts.name)} ${facts.stateCode ?? ""}`;
  const first = earlier.get(about);
  if (first !== undefined) {
    refuse("", `Row ${first} is about the same organization. Keep one of the two.`);
    return judged;
  }
  earlier.set(about, number);

  const after = rowOf({ ...facts, slug: existing?.slug ?? "" });
  judged.changes = Object.keys(FIELDS).flatMap((column) => {
    const [from, to] = [before[column] ?? "", after[column] ?? ""];
    return from === to ? [] : [{ column, from, to }];
  });
  judged.command = { facts, version: existing?.version ?? null } satisfies Command;
  judged.outcome = !existing ? "new" : judged.changes.length > 0 ? "changed" : "unchanged";
  return judged;
}
