import type { Ctx } from "#platform/context.ts";
import type { PersonalData } from "#platform/personal-data.ts";
import { ROLE_WORDS } from "./steps.ts";
import "./tables.ts";

async function signUpsUnder(ctx: Ctx, email: string) {
  return ctx.db
    .selectFrom("launch_sign_ups as s")
    .innerJoin("roster_contacts as c", "c.id", "s.contact")
    .innerJoin("launch_groups as g", "g.id", "s.launch_group")
    .select(["s.id", "s.name", "s.company", "s.role", "s.created_at", "g.title"])
    .where("c.email", "=", email)
    .execute();
}

/** What somebody signed up for at a launch. Votes are nobody's, so there is nothing of them to copy or to forget. */
export const personalSignUps: PersonalData = {
  done: "sign-ups at launches deleted",
  async forget(ctx, email) {
    const ids = (await signUpsUnder(ctx, email)).map(({ id }) => id);
    if (ids.length > 0) await ctx.db.deleteFrom("launch_sign_ups").where("id", "in", ids).execute();
    return ids.length;
  },
  async copy(ctx, email) {
    const found = await signUpsUnder(ctx, email);
    if (found.length === 0) return undefined;
    return {
      heading: "What you signed up for at launches",
      records: found.map(({ name, company, role, title, created_at }) => ({
        name,
        company,
        as: ROLE_WORDS[role].one,
        for: title,
        at: created_at.toISOString(),
      })),
    };
  },
};
