import type { PersonalData } from "#platform/personal-data.ts";
import "../tables.ts";

/** What somebody sent in under their address, and what they wrote about it, for the copy that they ask for. */
export const copyOfUpdates: NonNullable<PersonalData["copy"]> = async (ctx, email) => {
  const rows = await ctx.db
    .selectFrom("submissions as s")
    .innerJoin("happenings as h", "h.id", "s.happening")
    .select(["h.id", "h.title", "h.summary", "h.story", "h.credit", "h.stage"])
    .select(["s.name", "s.email", "s.role", "s.organization", "s.sent_at"])
    .where("s.email", "=", email)
    .orderBy("s.sent_at")
    .execute();
  if (rows.length === 0) return undefined;
  const letters = await ctx.db
    .selectFrom("happening_messages")
    .select(["happening", "at", "text"])
    .where(
      "happening",
      "in",
      rows.map(({ id }) => id),
    )
    .where("by_kind", "=", "submitter")
    .orderBy("at")
    .execute();
  const records = rows.map(({ id, sent_at, ...update }) => ({
    ...update,
    sent: sent_at.toISOString(),
    letters: letters
      .filter(({ happening }) => happening === id)
      .map(({ at, text }) => ({ written: at.toISOString(), text })),
  }));
  return { heading: "Updates that you sent in", records };
};
