import type pg from "pg";
import { PartnershipContent } from "#features/partnerships/content.ts";
import { PART_KEYS } from "#features/people/profiles/visibility.ts";
import {
  type MadeOrganization,
  type MadePartnership,
  type MadePerson,
  type NetworkSize,
  organizations,
  partnerships,
  people,
} from "./directory.ts";

const BATCH = 500;

/**
 * Fills a site that has its sectors with a directory, by plain SQL, so that every table says what it would say had
 * each been added one by one.
 */
export async function fillNetwork(pool: pg.Pool, size: NetworkSize): Promise<void> {
  const known = organizations(size.organizations);
  for (const batch of batches(known)) await insertOrganizations(pool, batch);
  for (const batch of batches(partnerships(size.partnerships, known))) await insertPartnerships(pool, batch);
  for (const batch of batches(people(size.people, known))) await insertPeople(pool, batch);
  await pool.query("vacuum (analyze)");
}

function* batches<T>(all: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Rows that are objects, into a table whose columns are named like their keys. */
async function insert(pool: pg.Pool, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(", ");
  await pool.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

async function insertOrganizations(pool: pg.Pool, batch: MadeOrganization[]): Promise<void> {
  const now = new Date().toISOString();
  const rows = batch.map(({ id, slug, name, kind, state }) => ({
    id,
    slug,
    name,
    kind,
    state_code: state,
    also_known_as: [],
    place: "",
    source: "",
    version: 1,
    created_at: now,
    changed_at: now,
  }));
  await insert(pool, "organizations", rows);
}

async function insertPartnerships(pool: pg.Pool, batch: MadePartnership[]): Promise<void> {
  const now = new Date().toISOString();
  const whole = batch.map(({ content, ...rest }) => ({
    ...rest,
    content: PartnershipContent.parse(content),
  }));
  const parts = <T extends object>(of: (content: PartnershipContent) => T[]) =>
    whole.flatMap(({ id, content }) => of(content).map((part) => ({ partnership: id, ...part })));
  await insert(
    pool,
    "partnerships",
    whole.map(({ id, slug, stage, content }) => ({
      id,
      slug,
      stage,
      name: content.name,
      summary: content.summary,
      region: content.region,
      counties_known: content.countiesKnown,
      setting: content.setting,
      content,
      contactable: true,
      version: 1,
      created_at: now,
      changed_at: now,
      words: "",
    })),
  );
  await insert(
    pool,
    "partnership_names",
    parts(({ name }) => [{ name }]),
  );
  await insert(
    pool,
    "partnership_states",
    parts(({ states }) => states.map((state_code, position) => ({ state_code, position }))),
  );
  await insert(
    pool,
    "partnership_counties",
    parts(({ counties }) => counties.map((county) => ({ county }))),
  );
  await insert(
    pool,
    "partnership_sectors",
    parts(({ sectors }) => sectors.map((sector, position) => ({ sector, position }))),
  );
  await insert(
    pool,
    "partnership_themes",
    parts(({ priorities }) => [...new Set(priorities.map(({ theme }) => theme))].map((theme) => ({ theme }))),
  );
  await insert(
    pool,
    "partnership_roles",
    parts(({ roles }) => roles.map(({ role, organization }) => ({ role, organization: organization!.id }))),
  );
  await pool.query("update partnerships set words = partnership_words(partnerships) where id = any($1)", [
    batch.map(({ id }) => id),
  ]);
}

/** Found by everyone, by words and by marks, as `profiles/finding.ts` writes it for people who hide nothing. */
async function insertPeople(pool: pg.Pool, batch: MadePerson[]): Promise<void> {
  const now = new Date().toISOString();
  await insert(
    pool,
    "people",
    batch.map(({ id, name, slug }) => ({
      id,
      name,
      email: `${slug}@people.test`,
      role: "member",
      created_at: now,
    })),
  );
  const shown = Object.fromEntries(PART_KEYS.map((part) => [part, "public"]));
  await insert(
    pool,
    "profiles",
    batch.map((person) => ({
      person: person.id,
      slug: person.slug,
      sort_name: person.name.toLowerCase(),
      listed_for: "public",
      written_by: "members",
      role: person.role,
      title: person.title,
      organization: person.organization.id,
      organization_name: person.organization.name,
      states: [person.state],
      counties: [],
      sectors: [person.sector],
      topics: [],
      phases: [person.phase],
      about: "",
      can_help: person.canHelp,
      looking_for: person.lookingFor,
      photo_alt: "",
      shown,
      version: 1,
      created_at: now,
      changed_at: now,
    })),
  );
  await pool.query(
    `update profiles p set (found_public, found_members) = (select found, found from (select
        setweight(to_tsvector('simple', search_text(one.name)), 'A') || setweight(to_tsvector('english', search_text(one.name)), 'A')
        || setweight(to_tsvector('english', search_text(p.organization_name || ' ' || p.title)), 'B')
        || setweight(to_tsvector('english', search_text(p.can_help || ' ' || p.looking_for)), 'C')
        || array_to_tsvector(array['@state:' || p.states[1], '@sector:' || p.sectors[1], '@phase:' || p.phases[1], '@role:' || p.role])
        as found) made)
     from people one where one.id = p.person and p.person = any($1)`,
    [batch.map(({ id }) => id)],
  );
}
