import type { PersonalData } from "#platform/personal-data.ts";
import { personByEmail } from "../queries.ts";
import { newcomerById } from "./queries.ts";

/** How a newcomer was greeted, and what the editors noted. */
export const personalWelcome: PersonalData = {
  done: "notes about greeting a newcomer deleted",
  async forget(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return 0;
    const gone = await ctx.db
      .deleteFrom("welcomes")
      .where("person", "=", person.id)
      .returning("person")
      .execute();
    return gone.length;
  },
  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    const newcomer = person && (await newcomerById(ctx, person.id));
    if (!newcomer) return undefined;
    const { joinedAt, greeted } = newcomer;
    return {
      heading: "Your first days here",
      records: [
        {
          joined_at: joinedAt,
          greeted_at: greeted?.at ?? null,
          greeted_by: greeted?.by ?? "",
          note: greeted?.note ?? "",
        },
      ],
    };
  },
};
