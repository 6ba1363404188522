import { profilesOf } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { leadsOf } from "./queries.ts";
import { type ShownLead, shownLeads } from "./rules.ts";

/** The leads of several affiliates as readers may see them, by the affiliate's id. */
export async function leadsShownOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ShownLead[]>> {
  const leads = await leadsOf(ctx, ids);
  const people = [...leads.values()].flat().flatMap(({ person }) => person ?? []);
  const profiles = await profilesOf(ctx, people, "public");
  const shown = new Map(
    [...profiles.values()].map(({ personId, name, slug }) => [personId, { name, href: `/people/${slug}` }]),
  );
  return new Map([...leads].map(([id, own]) => [id, shownLeads(own, shown)]));
}
