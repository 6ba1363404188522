import { Conflict, NotFound } from "#base/surprises.ts";
import { idOf } from "#platform/http/params.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { regionIn } from "../regions/access.ts";
import { REGIONS_PATH, regionPath } from "../regions/paths.ts";
import type { Region } from "../regions/queries.ts";
import { type Choice, choiceById } from "./queries.ts";

/** Where a region's choices stand in addresses. */
export const CHOICES = `${REGIONS_PATH}/:slug/choices`;
export const ONE_CHOICE = `${CHOICES}/:id`;

export function choicePath(region: Pick<Region, "slug">, id: string, ...rest: string[]): string {
  return regionPath(region.slug, "choices", id, ...rest);
}

export interface Found {
  region: Region;
  choice: Choice;
}

/** @throws NotFound also for a choice of another region */
export async function choiceIn(c: HouseContext): Promise<Found> {
  const region = await regionIn(c);
  const choice = await choiceById(c.var.ctx, idOf(c));
  if (choice?.region !== region.id) throw new NotFound();
  return { region, choice };
}

export const DECIDED =
  "Your team has decided this meanwhile, and what is decided stays as it is. Take the decision up again to change it.";

/** The same while it is open. @throws Conflict once it is decided */
export async function openChoiceIn(c: HouseContext): Promise<Found> {
  const found = await choiceIn(c);
  if (found.choice.state === "decided") throw new Conflict(DECIDED);
  return found;
}

/** From the regions down to a choice. */
export function trailTo(region: Region, choice?: Choice) {
  return [
    { href: REGIONS_PATH, label: "Regions" },
    { href: regionPath(region.slug), label: region.name },
    ...(choice ? [{ href: choicePath(region, choice.id), label: choice.title }] : []),
  ];
}
