import { done, hasProblems, type Outcome, type Problems, refused } from "#base/outcome.ts";
import { type Sector, sectors, sectorsByIds } from "#features/sectors/public.ts";
import { type Topic, topics, topicsByIds } from "#features/topics/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { HappeningContent } from "../tables.ts";
import type { ContentCommand } from "./forms.ts";
import { knownPartnerships } from "./queries.ts";

/** What the form offers to choose from. */
export interface Choices {
  sectors: Sector[];
  topics: Topic[];
  partnerships: string[];
}

/** @param existing what belongs to it already may be kept, even where it is not offered any more */
export async function choicesFor(ctx: Ctx, existing?: HappeningContent): Promise<Choices> {
  const offered = { sectors: await sectors(ctx), topics: await topics(ctx) };
  const kept = {
    sectors: [...(await sectorsByIds(ctx, existing?.sectors ?? [])).values()],
    topics: [...(await topicsByIds(ctx, existing?.topics ?? [])).values()],
  };
  return {
    sectors: union(offered.sectors, kept.sectors),
    topics: union(offered.topics, kept.topics),
    partnerships: await knownPartnerships(ctx),
  };
}

function union<T extends { id: string }>(offered: T[], kept: T[]): T[] {
  return [...offered, ...kept.filter(({ id }) => !offered.some((one) => one.id === id))];
}

/** Ids in place of the slugs that came in; a slug that was not offered is a mistake, not a new sector. */
export function withChosen(
  content: ContentCommand,
  choices: Choices,
): Outcome<Pick<HappeningContent, "sectors" | "topics">> {
  const chosen = {
    sectors: idsOf(content.sectors, choices.sectors),
    topics: idsOf(content.topics, choices.topics),
  };
  const problems: Problems = {};
  if (chosen.sectors.length < content.sectors.length)
    problems.sectors = ["One of these sectors is not known here. Choose from the list."];
  if (chosen.topics.length < content.topics.length)
    problems.topics = ["One of these topics is not known here. Choose from the list."];
  return hasProblems(problems) ? refused(problems) : done(chosen);
}

function idsOf(slugs: string[], offered: { id: string; slug: string }[]): string[] {
  return slugs.flatMap((slug) => offered.find((one) => one.slug === slug)?.id ?? []);
}
