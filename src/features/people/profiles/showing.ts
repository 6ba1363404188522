import { countyByFips, countyLabel, stateByCode } from "#features/places/public.ts";
import { type Sector, sectorsByIds } from "#features/sectors/public.ts";
import { type Topic, topicsByIds } from "#features/topics/public.ts";
import type { Ctx } from "#platform/context.ts";
import { photosOf, type ShownPhoto } from "./queries.ts";
import { isPhase, PHASES, roleWords } from "./roles.ts";
import type { SeenProfile } from "./visibility.ts";

/** A person with names in place of ids, as views show them. */
export interface ShownPerson {
  slug: string;
  name: string;
  /** What they are, in words; empty where they do not say. */
  role: string;
  title: string;
  organization: string;
  photo: ShownPhoto | undefined;
  states: { code: string; name: string }[];
  counties: string[];
  sectors: Sector[];
  topics: Topic[];
  phases: string[];
  about: string;
  canHelp: string;
  lookingFor: string;
  takesLetters: boolean;
  changedAt: Date;
}

/** Puts names in place of ids for a whole page at once: one query for the photos, none for the rest. */
export async function shownPeople(ctx: Ctx, seen: readonly SeenProfile[]): Promise<ShownPerson[]> {
  const photos = await photosOf(ctx, seen);
  const sectors = await sectorsByIds(
    ctx,
    seen.flatMap((one) => one.sectors),
  );
  const topics = await topicsByIds(
    ctx,
    seen.flatMap((one) => one.topics),
  );
  return seen.map((one) => ({
    slug: one.slug,
    name: one.name,
    role: roleWords(one.role),
    title: one.title,
    organization: one.organization.name,
    photo: one.photo ? photos.get(one.photo.id) : undefined,
    states: one.states.flatMap((code) => {
      const state = stateByCode(code);
      return state ? [{ code: state.code, name: state.name }] : [];
    }),
    counties: one.counties.flatMap((fips) => {
      const county = countyByFips(fips);
      return county ? [countyLabel(county)] : [];
    }),
    sectors: one.sectors.flatMap((id) => sectors.get(id) ?? []),
    topics: one.topics.flatMap((id) => topics.get(id) ?? []),
    phases: one.phases.filter(isPhase).map((phase) => PHASES[phase]),
    about: one.about,
    canHelp: one.canHelp,
    lookingFor: one.lookingFor,
    takesLetters: one.takesLetters,
    changedAt: one.changedAt,
  }));
}
