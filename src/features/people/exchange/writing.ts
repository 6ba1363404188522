import { sql } from "kysely";
import { Conflict } from "#base/surprises.ts";
import { foldText } from "#base/words/words-of.ts";
import { findOrAddOrganization, organizationsNamed } from "#features/organizations/public.ts";
import type { Ctx } from "#platform/context.ts";
import "../profiles/tables.ts";
import "../tables.ts";
import type { Facts } from "./known.ts";
import { slugsFor } from "./slugs.ts";

/** What to write of a row. */
export interface PersonCommand {
  email: string;
  name: string;
  facts: Facts;
  /** Their organization, where it is the row that says it; else empty. */
  organization: string;
  /** Of the profile that was read; null where there was none. */
  version: number | null;
}

/** A command with the id of the person, new or known. */
type Written = PersonCommand & { person: string };

/**
 * Writes many people at once, in a handful of statements, inside the caller's transaction, which the exchange room
 * tells of as a whole. Nobody is mailed, and nobody's choice of who sees what is touched. What is filled is seen by
 * nobody yet, so by what people are found stays as it is.
 *
 * @throws Conflict when somebody came, or saved their profile, since it was read
 */
export async function writePeople(
  ctx: Ctx,
  commands: readonly (PersonCommand & { id: string | null })[],
): Promise<void> {
  const all = commands.map((one) => ({ ...one, person: one.id ?? ctx.random.id() }));
  await insertPeople(
    ctx,
    all.filter(({ id }) => id === null),
  );
  await nameNameless(
    ctx,
    all.filter(({ id, name }) => id !== null && name !== ""),
  );
  const organizations = await organizationIds(ctx, all);
  await insertProfiles(
    ctx,
    all.filter(({ version }) => version === null),
    organizations,
  );
  await fillProfiles(
    ctx,
    all.filter(({ version }) => version !== null),
    organizations,
  );
}

async function insertPeople(ctx: Ctx, added: readonly Written[]): Promise<void> {
  if (added.length === 0) return;
  const rows = await ctx.db
    .insertInto("people")
    .values(
      added.map(({ person, email, name }) => ({
        id: person,
        email,
        name,
        role: "member" as const,
        created_at: ctx.now,
        last_seen_at: null,
      })),
    )
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .execute();
  if (rows.length < added.length) throw new Conflict();
}

async function nameNameless(ctx: Ctx, named: readonly Written[]): Promise<void> {
  if (named.length === 0) return;
  const rows = named.map(({ person, name }) => ({ person, name }));
  await sql`update people set name = one.name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (person uuid, name text)
    where people.id = one.person and people.name = ''`.execute(ctx.db);
}

/** The directory's entry of each organization that a row says, by {@link organizationKeyOf}; never what stood there. */
async function organizationIds(ctx: Ctx, all: readonly Written[]): Promise<Map<string, string>> {
  const asked = [
    ...new Map(
      all.flatMap((one) =>
        one.organization
          ? [[organizationKeyOf(one), { name: one.organization, stateCode: stateOf(one) }] as const]
          : [],
      ),
    ),
  ];
  const found = await organizationsNamed(
    ctx,
    asked.map(([, organization]) => organization),
  );
  const ids = new Map<string, string>();
  for (const [index, [key, organization]] of asked.entries())
    ids.set(key, (found[index] ?? (await findOrAddOrganization(ctx, organization))).id);
  return ids;
}

/** Who works in several states tells nothing of where their organization is. */
const stateOf = ({ facts }: Written) => (facts.states.length === 1 ? facts.states[0] : undefined);

const organizationKeyOf = (one: Written) => `${stateOf(one) ?? ""} ${one.organization}`;

async function insertProfiles(
  ctx: Ctx,
  added: readonly Written[],
  organizations: ReadonlyMap<string, string>,
): Promise<void> {
  if (added.length === 0) return;
  const slugs = await slugsFor(
    ctx,
    added.map(({ name }) => name),
  );
  const rows = await ctx.db
    .insertInto("profiles")
    .values(
      added.map((one, index) => ({
        person: one.person,
        slug: slugs[index]!,
        sort_name: foldText(one.name),
        listed_for: "nobody" as const,
        written_by: "nobody" as const,
        role: one.facts.role,
        title: one.facts.title,
        organization: organizations.get(organizationKeyOf(one)) ?? null,
        organization_name: one.facts.organization,
        states: one.facts.states,
        counties: [],
        sectors: one.facts.sectors,
        topics: [],
        phases: one.facts.phases,
        about: "",
        can_help: one.facts.canHelp,
        looking_for: one.facts.lookingFor,
        photo: null,
        photo_alt: "",
        shown: "{}",
        found_public: null,
        found_members: null,
        version: 1,
        created_at: ctx.now,
        changed_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.column("person").doNothing())
    .returning("person")
    .execute();
  if (rows.length < added.length) throw new Conflict();
}

async function fillProfiles(
  ctx: Ctx,
  known: readonly Written[],
  organizations: ReadonlyMap<string, string>,
): Promise<void> {
  if (known.length === 0) return;
  const rows = known.map((one) => ({
    person: one.person,
    version: one.version,
    sort_name: foldText(one.name),
    organization: organizations.get(organizationKeyOf(one)) ?? null,
    organization_name: one.facts.organization,
    role: one.facts.role,
    title: one.facts.title,
    states: one.facts.states,
    sectors: one.facts.sectors,
    phases: one.facts.phases,
    can_help: one.facts.canHelp,
    looking_for: one.facts.lookingFor,
  }));
  // An organization that stood there keeps the entry that was found for it then.
  const changed = await sql<{ person: string }>`
    update profiles p set sort_name = one.sort_name, role = one.role, title = one.title,
      organization = coalesce(one.organization, p.organization),
      organization_name = one.organization_name, states = one.states, sectors = one.sectors, phases = one.phases,
      can_help = one.can_help, looking_for = one.looking_for, version = p.version + 1, changed_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (person uuid, version integer, sort_name text,
      organization uuid, organization_name text, role text, title text, states text[], sectors uuid[], phases text[],
      can_help text, looking_for text)
    where p.person = one.person and p.version = one.version returning p.person`.execute(ctx.db);
  if (changed.rows.length < known.length) throw new Conflict();
}
