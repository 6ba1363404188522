import { profilesOf } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { leadsOf } from "./queries.ts";
import { type Lead, type ShownLead, shownLeads } from "./rules.ts";

/** The leads of several affiliates as readers may see them, by the affiliate's id. Two queries. */
export async function leadsShownOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ShownLead[]>> {
  return shownOf(ctx, await leadsOf(ctx, ids));
}

/** Leads as readers may see them: a name only where the person shows it to everybody. One query where any are people of this site. */
export async function shownOf(
  ctx: Ctx,
  leads: ReadonlyMap<string, readonly Lead[]>,
): Promise<Map<string, ShownLead[]>> {
  const people = [...leads.values()].flat().flatMap(({ person }) => person ?? []);
  const profiles = await profilesOf(ctx, people, "public");
  const shown = new Map(
    [...profiles.values()].map(({ personId, name, slug }) => [personId, { name, href: `/people/${slug}` }]),
  );
  return new Map([...leads].map(([id, own]) => [id, shownLeads(own, shown)]));
}
