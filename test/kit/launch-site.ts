import { randomInt, randomUUID } from "node:crypto";
import type pg from "pg";
import { hashToken, newToken } from "#platform/secrets.ts";

/** A launch that is about to be held. */
export interface LaidLaunch {
  code: string;
  /** Path of the room at the team's table. */
  base: string;
  companies: { id: string; name: string }[];
  groups: { id: string; title: string }[];
  /** Of somebody of its team, as a browser sends it. */
  cookie: string;
}

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * Lays a launch into a database that is migrated, by plain SQL: a partnership with its team, a meeting with a guest of
 * each company, and its room, where each group has one opportunity. Without groups it is at the beginning, with some
 * it is about to vote.
 */
export async function layLaunch(
  pool: pg.Pool,
  given: { name: string; companies: readonly string[]; groups: readonly string[] },
): Promise<LaidLaunch> {
  const at = new Date().toISOString();
  const [partnership, meeting, person] = [randomUUID(), randomUUID(), randomUUID()];
  const slug = given.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const times = { created_at: at, changed_at: at };
  const insert = (table: string, rows: readonly object[]) => insertRows(pool, table, rows);

  await insert("partnerships", [
    { id: partnership, slug, name: given.name, stage: "launching", content: {}, ...times },
  ]);
  await insert("partnership_states", [{ partnership, state_code: "wy", position: 0 }]);
  await insert("meetings", [
    {
      id: meeting,
      partnership,
      kind: "launch",
      title: "Launch meeting",
      starts_local: "2026-10-01T09:00",
      time_zone: "America/Denver",
      starts_at: at,
      minutes: 120,
      ...times,
    },
  ]);
  const companies = given.companies.map((name) => ({ id: randomUUID(), name, contact: randomUUID() }));
  await insert(
    "roster_companies",
    companies.map(({ id, name }) => ({ id, name, partnership, side: "business", ...times })),
  );
  await insert(
    "roster_contacts",
    companies.map(({ id, name, contact }) => ({
      id: contact,
      partnership,
      company: id,
      name: `Somebody of ${name}`,
      side: "business",
      standing: "willing",
      ...times,
    })),
  );
  await insert(
    "meeting_guests",
    companies.map(({ id, contact }) => ({
      id: randomUUID(),
      meeting,
      contact,
      side: "business",
      company: id,
      link_key: newToken(),
      created_at: at,
    })),
  );
  const code = Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  await insert("launch_rooms", [
    { meeting, code, step: given.groups.length === 0 ? "capture" : "group", ...times },
  ]);
  const groups = given.groups.map((title) => ({ id: randomUUID(), title }));
  await insert(
    "launch_groups",
    groups.map(({ id, title }, position) => ({ id, meeting, title, position, created_at: at })),
  );
  await insert(
    "launch_opportunities",
    groups.map(({ id, title }) => ({
      id: randomUUID(),
      meeting,
      launch_group: id,
      words: `${title}, said aloud`,
      created_at: at,
    })),
  );
  const token = newToken();
  await insert("people", [
    { id: person, email: "cora@conveners.test", name: "Cora Convener", role: "member", created_at: at },
  ]);
  await insert("sessions", [
    {
      token_hash: hashToken(token),
      person_id: person,
      created_at: at,
      seen_at: at,
      expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    },
  ]);
  await insert("grants", [
    { id: randomUUID(), person, role: "partnership-editor", scope: partnership, granted_at: at },
  ]);
  return {
    code,
    base: `/partnerships/${slug}/table/meetings/${meeting}/room`,
    companies: companies.map(({ id, name }) => ({ id, name })),
    groups,
    cookie: `session=${token}`,
  };
}

/** Rows that are objects, into a table whose columns are named like their keys. */
async function insertRows(pool: pg.Pool, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(", ");
  await pool.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
