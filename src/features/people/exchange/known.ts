import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import type { Audience } from "../profiles/tables.ts";
import "../tables.ts";

/** What a row can say of a person beside name and address. */
export interface Facts {
  /** A field role's key, or none. */
  role: string;
  title: string;
  /** As it is written in the profile. */
  organization: string;
  /** Postal codes, lower case. */
  states: string[];
  /** Ids. */
  sectors: string[];
  phases: string[];
  canHelp: string;
  lookingFor: string;
}

/** Somebody who is there already. */
export interface KnownPerson {
  id: string;
  /** Lower case. */
  email: string | null;
  /** Empty until they say one. */
  name: string;
  facts: Facts;
  /** Undefined until there is one. */
  profile: { version: number; listedFor: Audience; shown: Record<string, Audience> } | undefined;
}

export const NO_FACTS: Facts = {
  role: "",
  title: "",
  organization: "",
  states: [],
  sectors: [],
  phases: [],
  canHelp: "",
  lookingFor: "",
};

type Row = Pick<KnownPerson, "id" | "email" | "name"> &
  Facts & { version: number | null; listedFor: Audience; shown: Record<string, Audience> };

const KNOWN = sql`
  select people.id, people.email, people.name, p.version, p.listed_for as "listedFor", p.shown, p.role, p.title,
    p.organization_name as organization, p.states, p.sectors, p.phases, p.can_help as "canHelp",
    p.looking_for as "lookingFor"
  from people left join profiles p on p.person = people.id`;

function knownFrom({ id, email, name, version, listedFor, shown, ...facts }: Row): KnownPerson {
  if (version === null) return { id, email, name, facts: NO_FACTS, profile: undefined };
  return { id, email, name, facts, profile: { version, listedFor, shown } };
}

/** The people with these addresses, by address. One query. @param emails lower case */
export async function knownByEmail(ctx: Ctx, emails: readonly string[]): Promise<Map<string, KnownPerson>> {
  const { rows } = await sql<Row>`${KNOWN} where people.email = any(${emails}::text[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.email!, knownFrom(row)]));
}

type Named = Pick<KnownPerson, "id" | "email" | "name">;

/** Everybody, by name, some at a time. */
export async function* everybody(ctx: Ctx, atOnce = 250): AsyncGenerator<Named[]> {
  for (let after: Named | undefined; ; ) {
    const from = after ? sql`where (lower(name), id) > (lower(${after.name}), ${after.id}::uuid)` : sql``;
    const { rows } = await sql<Named>`select id, email, name from people ${from}
      order by lower(name), id limit ${atOnce}`.execute(ctx.db);
    if (rows.length > 0) yield rows;
    after = rows.at(-1);
    if (rows.length < atOnce) return;
  }
}
