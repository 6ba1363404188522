import { personByEmail } from "#features/people/public.ts";
import type { PersonalData } from "#platform/personal-data.ts";

export const personalInquiries: PersonalData = {
  done: "inquiries about sponsoring deleted, with their answers",
  async forget(ctx, email) {
    const theirs = ctx.db.selectFrom("sponsor_inquiries").select("id").where("email", "=", email);
    await ctx.db.deleteFrom("sponsor_answers").where("inquiry", "in", theirs).execute();
    const gone = await ctx.db
      .deleteFrom("sponsor_inquiries")
      .where("email", "=", email)
      .returning("id")
      .execute();
    const editor = await personByEmail(ctx, email);
    if (editor)
      await ctx.db
        .updateTable("sponsor_answers")
        .set({ by_name: "An editor" })
        .where("by_person", "=", editor.id)
        .execute();
    return gone.length;
  },
  async copy(ctx, email) {
    const rows = await ctx.db
      .selectFrom("sponsor_inquiries")
      .select(["received_at", "name", "organization", "email", "message", "state"])
      .where("email", "=", email)
      .orderBy("received_at")
      .execute();
    const records = rows.map(({ received_at, ...inquiry }) => ({
      received: received_at.toISOString(),
      ...inquiry,
    }));
    return { heading: "Your inquiries about sponsoring", records };
  },
};
