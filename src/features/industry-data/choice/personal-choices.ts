import { sql } from "kysely";
import { personByEmail } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";

/** A person's scores: by their account, and by links that were mailed to their address. */
async function scorersOf(ctx: Ctx, email: string, person: string | undefined) {
  return ctx.db
    .selectFrom("choice_scorers as s")
    .innerJoin("sector_choices as c", "c.id", "s.choice")
    .select(["s.id", "s.name", "s.added_at", "s.scored_at", "c.title"])
    .where((is) => is.or([is("s.email", "=", email), ...(person ? [is("s.person", "=", person)] : [])]))
    .orderBy("s.added_at")
    .execute();
}

/** What they said in decisions: under their account, or under their full name, which others have typed. */
async function voicesOf(ctx: Ctx, person: { id: string; name: string } | undefined) {
  if (!person) return [];
  // One word may be anybody's name.
  const fullName = /\S\s+\S/.test(person.name) ? person.name.toLowerCase() : null;
  return ctx.db
    .selectFrom("decision_voices")
    .select(["decision", "position", "name", "role", "agrees", "words"])
    .where((is) =>
      is.or([
        is("person", "=", person.id),
        ...(fullName
          ? [is.and([is("person", "is", null), is(sql<string>`lower(name)`, "=", fullName)])]
          : []),
      ]),
    )
    .execute();
}

export const personalChoices: PersonalData = {
  done: "scores and decisions on sectors without their name and words now",
  async forget(ctx, email) {
    const person = await personByEmail(ctx, email);
    const scorers = (await scorersOf(ctx, email, person?.id)).map(({ id }) => id);
    if (scorers.length > 0) {
      // The number stays as somebody's, or what the team talked about would change in hindsight; their words go.
      await ctx.db.updateTable("choice_scores").set({ note: "" }).where("scorer", "in", scorers).execute();
      await ctx.db
        .deleteFrom("choice_scorers")
        .where("id", "in", scorers)
        .where("scored_at", "is", null)
        .execute();
      await ctx.db
        .updateTable("choice_scorers")
        .set({ name: "", email: null, person: null, link_key: null })
        .where("id", "in", scorers)
        .execute();
    }
    const voices = await voicesOf(ctx, person);
    for (const { decision, position } of voices)
      await ctx.db
        .updateTable("decision_voices")
        .set({ name: "", role: "", words: "", person: null })
        .where("decision", "=", decision)
        .where("position", "=", position)
        .execute();
    const shapes = person
      ? await ctx.db
          .updateTable("region_shapes")
          .set({ by_name: "", by_person: null })
          .where("by_person", "=", person.id)
          .returning("number")
          .execute()
      : [];
    return scorers.length + voices.length + shapes.length;
  },
  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    const scorers = await scorersOf(ctx, email, person?.id);
    const scores =
      scorers.length === 0
        ? []
        : await ctx.db
            .selectFrom("choice_scores")
            .selectAll()
            .where(
              "scorer",
              "in",
              scorers.map(({ id }) => id),
            )
            .execute();
    const voices = await voicesOf(ctx, person);
    const records = [
      ...scorers.map(({ id, title, name, added_at, scored_at }) => ({
        choice: title,
        name,
        asked: added_at.toISOString(),
        scored: scored_at?.toISOString() ?? null,
        scores: scores
          .filter(({ scorer }) => scorer === id)
          .map(({ candidate, criterion, score, note }) => ({ candidate, criterion, score, note })),
      })),
      ...voices.map(({ decision, name, role, agrees, words }) => ({ decision, name, role, agrees, words })),
    ];
    return records.length > 0 ? { heading: "Choices of sectors", records } : undefined;
  },
};
