import { sql } from "kysely";
import { numberedSlug, slugify } from "#base/slug.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { learnWords } from "#platform/words/known-words.ts";
import { organizationsNamed } from "./find.ts";
import { organizationKey } from "./key.ts";
import type { OrganizationKind } from "./kinds.ts";
import { type Organization, organizationById } from "./queries.ts";

export interface OrganizationFacts {
  name: string;
  alsoKnownAs: string[];
  kind: OrganizationKind;
  stateCode: string | null;
  place: string;
  url: string | null;
  source: string;
}

/** Adds many at once, in a handful of statements however many they are. @returns their ids in the order given */
export async function insertOrganizations(ctx: Ctx, all: readonly OrganizationFacts[]): Promise<string[]> {
  if (all.length === 0) return [];
  const slugs = await freeSlugs(
    ctx,
    all.map(({ name }) => name),
  );
  const rows = all.map((facts, index) => ({
    id: ctx.random.id(),
    slug: slugs[index]!,
    ...columnsOf(facts),
    merged_into: null,
    created_at: ctx.now,
    changed_at: ctx.now,
  }));
  await ctx.db.insertInto("organizations").values(rows).execute();
  await writeKeys(
    ctx,
    rows.map(({ id }, index) => ({ id, facts: all[index]! })),
  );
  return rows.map(({ id }) => id);
}

/** Changes many at once, each only if it is still at the version that was read. @throws Conflict */
export async function updateOrganizations(
  ctx: Ctx,
  all: readonly { id: string; version: number; facts: OrganizationFacts }[],
): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ id, version, facts }) => ({ id, version, ...columnsOf(facts) }));
  const changed = await sql<{ id: string }>`
    update organizations o set name = one.name, also_known_as = one.also_known_as, kind = one.kind,
      state_code = one.state_code, place = one.place, url = one.url, source = one.source,
      version = o.version + 1, changed_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (id uuid, version integer, name text,
      also_known_as text[], kind text, state_code text, place text, url text, source text)
    where o.id = one.id and o.version = one.version and o.merged_into is null returning o.id`.execute(ctx.db);
  if (changed.rows.length < all.length) {
    const done = new Set(changed.rows.map(({ id }) => id));
    const [missed] = all.filter(({ id }) => !done.has(id));
    throw missed && (await organizationById(ctx, missed.id)) ? new Conflict() : new NotFound();
  }
  await writeKeys(ctx, all);
}

export async function addOrganization(ctx: Ctx, facts: OrganizationFacts): Promise<Organization> {
  return transact(ctx, async (ctx) => {
    const [id] = await insertOrganizations(ctx, [facts]);
    await tell(ctx, {
      name: "organization.added",
      subject: { kind: "organization", id: id! },
      particulars: { name: facts.name },
    });
    return (await organizationById(ctx, id!))!;
  });
}

/** @throws Conflict when somebody saved since `version` was read */
export async function changeOrganization(
  ctx: Ctx,
  id: string,
  facts: OrganizationFacts,
  version: number,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await updateOrganizations(ctx, [{ id, version, facts }]);
    await tell(ctx, {
      name: "organization.changed",
      subject: { kind: "organization", id },
      particulars: { name: facts.name },
    });
  });
}

/**
 * The organization of this name, in this state when one is given; where nobody is known by it, it is added. So a
 * name that is typed in a form never stands in the directory twice.
 */
export async function findOrAddOrganization(
  ctx: Ctx,
  given: {
    name: string;
    kind?: OrganizationKind | undefined;
    stateCode?: string | null | undefined;
    url?: string | null | undefined;
    source?: string | undefined;
  },
): Promise<Organization> {
  return transact(ctx, async (ctx) => {
    // Two who type the same new name at once shall not both add it.
    await sql`select pg_advisory_xact_lock(hashtext(${`organization ${organizationKey(given.name)}`}))`.execute(
      ctx.db,
    );
    const [found] = await organizationsNamed(ctx, [given]);
    if (found) return found;
    return addOrganization(ctx, {
      name: given.name.trim(),
      alsoKnownAs: [],
      kind: given.kind ?? "other",
      stateCode: given.stateCode ?? null,
      place: "",
      url: given.url ?? null,
      source: given.source ?? "",
    });
  });
}

function columnsOf({ name, alsoKnownAs, kind, stateCode, place, url, source }: OrganizationFacts) {
  return { name, also_known_as: alsoKnownAs, kind, state_code: stateCode, place, url, source };
}

/** What it is found by: keys of all its names, and the words of names and place. */
async function writeKeys(ctx: Ctx, all: readonly { id: string; facts: OrganizationFacts }[]): Promise<void> {
  if (all.length === 0) return;
  const ids = all.map(({ id }) => id);
  const keys = all.flatMap(({ id, facts }) =>
    [...new Set([facts.name, ...facts.alsoKnownAs].map(organizationKey))].map((key) => ({
      organization: id,
      key,
    })),
  );
  await ctx.db.deleteFrom("organization_keys").where("organization", "in", ids).execute();
  await sql`insert into organization_keys (organization, key)
    select * from unnest(${keys.map(({ organization }) => organization)}::uuid[], ${keys.map(({ key }) => key)}::text[])`.execute(
    ctx.db,
  );
  // Names are no English text: every word counts, and none is cut to its stem.
  await sql`update organizations set words = to_tsvector('simple',
      search_text(name || ' ' || array_to_string(also_known_as, ' ') || ' ' || place))
    where id = any(${ids}::uuid[])`.execute(ctx.db);
  await learnWords(
    ctx,
    all.map(({ facts }) => [facts.name, ...facts.alsoKnownAs, facts.place].join(" ")).join(" "),
  );
}

/** A slug for each name that neither the directory nor a name before it has. One query, unless many share a name. */
async function freeSlugs(ctx: Ctx, names: readonly string[]): Promise<string[]> {
  const bases = names.map((name) => slugify(name) || "organization");
  const looked = new Set<string>();
  const taken = new Set<string>();
  const look = async (tries: number) => {
    const slugs = [...new Set(bases)].flatMap((base) =>
      Array.from({ length: tries }, (_, index) => numberedSlug(base, index + 1)),
    );
    for (const slug of slugs) looked.add(slug);
    const { rows } = await sql<{ slug: string }>`
      select slug from organizations where slug = any(${slugs}::text[])`.execute(ctx.db);
    for (const { slug } of rows) taken.add(slug);
  };
  await look(6);
  const free: string[] = [];
  for (const base of bases) {
    let attempt = 1;
    for (; taken.has(numberedSlug(base, attempt)); attempt += 1)
      if (!looked.has(numberedSlug(base, attempt + 1))) await look(attempt * 8);
    taken.add(numberedSlug(base, attempt));
    free.push(numberedSlug(base, attempt));
  }
  return free;
}
