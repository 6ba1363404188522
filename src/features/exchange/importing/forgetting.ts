import { sql } from "kysely";
import type { PersonalData } from "#platform/personal-data.ts";

/** Rows that name somebody's address, and who brought which table. */
export const personalImports: PersonalData = {
  done: "rows of tables that editors brought deleted",
  async forget(ctx, email) {
    await ctx.db
      .updateTable("imports")
      .set({ by_name: "An editor", by_email: "" })
      .where("by_email", "=", email)
      .execute();
    const { rows } = await sql`delete from import_rows
      where exists (select from jsonb_each_text(cells) where lower(value) = ${email}) returning number`.execute(
      ctx.db,
    );
    return rows.length;
  },
};
