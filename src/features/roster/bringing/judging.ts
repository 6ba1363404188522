import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { findOrAddContact } from "../actions.ts";
import type { ReadRow } from "./reading.ts";
import "../tables.ts";

export interface JudgedRow extends ReadRow {
  outcome: "new" | "known" | "refused";
}

/** What would become of each row. One query, whatever their number. */
export async function judge(ctx: Ctx, partnership: string, rows: readonly ReadRow[]): Promise<JudgedRow[]> {
  const addresses = rows.flatMap(({ contact }) => contact.email ?? []);
  const there =
    addresses.length === 0
      ? []
      : await ctx.db
          .selectFrom("roster_contacts")
          .select("email")
          .where("partnership", "=", partnership)
          .where("email", "in", addresses)
          .execute();
  const known = new Set(there.map(({ email }) => email));
  return rows.map((row) => ({
    ...row,
    outcome: row.problem ? "refused" : known.has(row.contact.email) ? "known" : "new",
  }));
}

/**
 * Puts everybody on the roster who can be; of those who are there already, only what was missing is added. All of them
 * or none.
 *
 * @returns how many are new
 */
export async function bringIn(
  ctx: Ctx,
  of: { id: string; states: readonly string[] },
  rows: readonly ReadRow[],
): Promise<{ added: number; known: number }> {
  return transact(ctx, async (ctx) => {
    const judged = await judge(ctx, of.id, rows);
    for (const { contact, outcome } of judged)
      if (outcome !== "refused") await findOrAddContact(ctx, of, contact);
    const count = (outcome: JudgedRow["outcome"]) => judged.filter((row) => row.outcome === outcome).length;
    await tell(ctx, {
      name: "roster.list-brought",
      subject: { kind: "partnership", id: of.id },
      particulars: { added: count("new") },
    });
    return { added: count("new"), known: count("known") };
  });
}
