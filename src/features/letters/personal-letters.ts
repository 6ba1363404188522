import { partnershipNames } from "#features/partnerships/public.ts";
import type { Ctx, Listener } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import "./tables.ts";

/** Letters to somebody's address, sent or not. */
function lettersTo(ctx: Pick<Ctx, "db">, email: string) {
  return ctx.db
    .selectFrom("letters as l")
    .innerJoin("letter_rounds as r", "r.id", "l.round")
    .leftJoin("roster_contacts as c", "c.id", "l.contact")
    .where((is) => is.or([is("l.sent_to", "=", email), is("c.email", "=", email)]));
}

export const personalLetters: PersonalData = {
  done: "letters of partnerships deleted",
  async forget(ctx, email) {
    const rows = await lettersTo(ctx, email).select(["l.id", "l.contact"]).execute();
    const contacts = rows.flatMap(({ contact }) => contact ?? []);
    if (rows.length > 0)
      await ctx.db
        .deleteFrom("letters")
        .where(
          "id",
          "in",
          rows.map(({ id }) => id),
        )
        .execute();
    if (contacts.length > 0)
      await ctx.db.deleteFrom("letter_papers").where("contact", "in", contacts).execute();
    await forgetReader(ctx, email);
    await forgetUnsentOfNobody(ctx);
    return rows.length;
  },
  async copy(ctx, email) {
    const rows = await lettersTo(ctx, email)
      .select([
        "r.partnership",
        "l.sent_at",
        "l.sent_subject",
        "l.sent_text",
        "l.subject",
        "l.body",
        "l.facts",
      ])
      .orderBy("l.created_at")
      .execute();
    if (rows.length === 0) return undefined;
    const names = await partnershipNames(ctx, [...new Set(rows.map(({ partnership }) => partnership))]);
    return {
      heading: "Letters of partnerships",
      records: rows.map((row) => ({
        partnership: names.get(row.partnership)?.name ?? "A partnership that is not shown",
        sent: row.sent_at?.toISOString() ?? null,
        subject: row.sent_subject ?? row.subject,
        text: row.sent_text ?? row.body,
        known: row.facts,
      })),
    };
  },
};

/** Whoever read for a champion, and whoever got the answers: their name and address go, what was approved stays so. */
async function forgetReader(ctx: Ctx, email: string): Promise<void> {
  await ctx.db
    .updateTable("letter_reviews")
    .set({ reviewer_name: "Somebody who was forgotten", reviewer_email: null, link_key: null })
    .where("reviewer_email", "=", email)
    .execute();
  await ctx.db
    .updateTable("letter_rounds")
    .set({ reply_name: "", reply_email: null })
    .where("reply_email", "=", email)
    .execute();
}

/** A letter that was never sent to somebody who is on no roster any more is nobody's. */
async function forgetUnsentOfNobody(ctx: Ctx): Promise<void> {
  await ctx.db.deleteFrom("letters").where("contact", "is", null).where("state", "<>", "sent").execute();
}

export const contactRemoved: Listener = (ctx) => forgetUnsentOfNobody(ctx);
