import { personByEmail } from "#features/people/public.ts";
import type { PersonalData } from "#platform/personal-data.ts";

/** Who is named as a lead: the name goes, what they led and for whom stays. */
export const personalLeads: PersonalData = {
  done: "names taken from the leads of affiliates",
  async forget(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return 0;
    const theirs = ctx.db.selectFrom("affiliate_leads").where("person", "=", person.id);
    const gone = await theirs.select("affiliate").execute();
    await ctx.db
      .deleteFrom("affiliate_leads")
      .where("person", "=", person.id)
      .where("organization", "=", "")
      .execute();
    await ctx.db
      .updateTable("affiliate_leads")
      .set({ person: null, name: "", title: "", consent: null })
      .where("person", "=", person.id)
      .execute();
    return gone.length;
  },
  async copy(ctx, email) {
    const person = await personByEmail(ctx, email);
    if (!person) return undefined;
    const records = await ctx.db
      .selectFrom("affiliate_leads")
      .innerJoin("affiliates", "affiliates.id", "affiliate_leads.affiliate")
      .select([
        "affiliates.name as affiliate",
        "affiliate_leads.name",
        "affiliate_leads.title",
        "affiliate_leads.organization",
        "affiliate_leads.from_on as from",
        "affiliate_leads.to_on as to",
        "affiliate_leads.consent",
      ])
      .where("person", "=", person.id)
      .execute();
    return { heading: "Affiliates you lead", records };
  },
};
