import type { PersonalData } from "#platform/personal-data.ts";
import { personByEmail } from "../queries.ts";
import { passkeysOf } from "./queries.ts";
import "./tables.ts";

/** Devices that open somebody's account. */
export const personalPasskeys: PersonalData = {
  done: "passkeys deleted",
  async forget(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return 0;
    const gone = await ctx.db
      .deleteFrom("passkeys")
      .where("person", "=", person.id)
      .returning("id")
      .execute();
    return gone.length;
  },
  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    const passkeys = person ? await passkeysOf(ctx, person.id) : [];
    if (passkeys.length === 0) return undefined;
    return {
      heading: "Your passkeys",
      records: passkeys.map(({ name, createdAt, usedAt }) => ({
        name,
        added_at: createdAt,
        last_used_at: usedAt,
      })),
    };
  },
};
