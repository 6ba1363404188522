import { sql } from "kysely";
import { type Contact, contactsByIds, contactsOf, nameOrAddress } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";

/** People of the roster by id, for whoever shows a plan. */
export type People = ReadonlyMap<string, Contact>;

/** Those of the roster whom a plan names; one query. */
export async function peopleOf(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  ids: readonly (string | null)[],
): Promise<People> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  return new Map((await contactsByIds(ctx, partnership, wanted)).map((one) => [one.id, one]));
}

/** How a field names somebody, so that two of one name can be told apart: "Ann Lee, Platte Forge". */
export function labelOf(contact: Contact): string {
  return [nameOrAddress(contact), contact.company?.name].filter(Boolean).join(", ");
}

/** What fields suggest; a roster that is longer is still found by a name that is typed. */
const SUGGESTED = 300;

export async function suggestedPeople(ctx: Pick<Ctx, "db">, partnership: string): Promise<Contact[]> {
  return (await contactsOf(ctx, partnership, {}, { offset: 0, limit: SUGGESTED })).items;
}

/** Whom a typed line means: one of the roster, several, or nobody there. */
export async function personMeant(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  typed: string,
): Promise<{ found: Contact[] }> {
  const wanted = typed.toLowerCase();
  // A label ends in the company; the roster is searched by what stands before it.
  const name = typed.includes(",") ? typed.slice(0, typed.lastIndexOf(",")).trim() : typed;
  const near = [...new Set([name, typed])].filter(Boolean);
  const found = new Map<string, Contact>();
  for (const q of near)
    for (const one of (await contactsOf(ctx, partnership, { q }, { offset: 0, limit: 60 })).items)
      if ([nameOrAddress(one), labelOf(one), one.email ?? ""].some((text) => text.toLowerCase() === wanted))
        found.set(one.id, one);
  const byLabel = [...found.values()].filter((one) => labelOf(one).toLowerCase() === wanted);
  return { found: byLabel.length === 1 ? byLabel : [...found.values()] };
}

/** Names of a roster that stand somewhere in a text. One query. */
export async function rosterNamesIn(
  ctx: Pick<Ctx, "db">,
  partnership: string,
  text: string,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from roster_contacts
    where partnership = ${partnership}::uuid and name <> ''
      and strpos(lower(${text.replace(/\s+/g, " ")}::text), lower(name)) > 0`.execute(ctx.db);
  return rows.map(({ name }) => name);
}
