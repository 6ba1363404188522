import type { Ctx } from "#platform/context.ts";
import { decide } from "./choice/decisions/deciding.ts";
import { openChoice, setCandidates } from "./choice/opening.ts";
import { choiceById } from "./choice/queries.ts";
import { nameRegion } from "./regions/actions.ts";
import type { RegionCommand } from "./regions/forms.ts";
import { regionBySlug, regionsByIds } from "./regions/queries.ts";
import type { Shown } from "./regions/rules.ts";

/** Sheridan and Johnson, Wyoming. */
export const BIGHORNS = ["56019", "56033"];

/** A region, kept by whoever acts, or by nobody where the house acts. */
export async function regionAt(
  ctx: Ctx,
  given: Partial<RegionCommand> = {},
): Promise<{ id: string; slug: string }> {
  const { actor } = ctx;
  const named = await nameRegion(ctx, actor.kind === "person" ? actor : undefined, {
    name: "Sheridan and Johnson",
    note: "",
    counties: BIGHORNS,
    shown: "team",
    partnership: null,
    ...given,
  });
  const region = named.ok ? await regionBySlug(ctx, named.value.slug) : undefined;
  if (!region) throw new Error("The region could not be named.");
  return { id: region.id, slug: region.slug };
}

/** A decision on a region by the figures that the project ships, for tests: health care first. */
export async function decisionAt(ctx: Ctx, regionId: string, given: { shown?: Shown } = {}): Promise<string> {
  const [region] = await regionsByIds(ctx, [regionId]);
  if (!region) throw new Error("There is no such region.");
  const id = await openChoice(ctx, region, {
    title: "Our first sector",
    from: "2015",
    to: "2016",
    ownership: "all",
    level: "sector",
  });
  await setCandidates(ctx, id, { version: 1, candidates: ["62", "72"] });
  const choice = await choiceById(ctx, id);
  const made = choice
    ? await decide(ctx, region, choice, {
        version: 2,
        first: "62",
        next: ["72"],
        why: "It has the most jobs.",
        decidedOn: "2018-03-14",
        launchOn: null,
        shown: given.shown ?? "team",
        voices: [{ person: null, name: "Dana Cole", role: "Champion", agrees: true, words: "" }],
      })
    : undefined;
  if (!made?.ok) throw new Error("The decision could not be made.");
  return made.value;
}
