import { holdersOf, profilesOf } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";

/** Who leads a state, as far as readers may know. */
export interface KnownLeads {
  /** Those whose own profile is public. */
  shown: { name: string; title: string; organization: string; href: string; takesLetters: boolean }[];
  /** How many more there are. */
  unnamed: number;
}

/** The leads of a state; a name only where the person shows it to everybody. One query where there are any. */
export async function leadsOfState(ctx: Ctx, code: string): Promise<KnownLeads> {
  const people = await ctx.keep(`who leads in ${code}`, async () => {
    const holders = await holdersOf(ctx, [code], ["state-lead", "state-editor"]);
    return [...new Set(holders.map(({ person }) => person.id))];
  });
  const profiles = await profilesOf(ctx, people, "public");
  const shown = people.flatMap((id) => {
    const profile = profiles.get(id);
    if (!profile) return [];
    const { name, title, organization, slug, takesLetters } = profile;
    return [{ name, title, organization: organization.name, href: `/people/${slug}`, takesLetters }];
  });
  return { shown, unnamed: people.length - shown.length };
}
