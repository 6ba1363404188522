import { dayOf } from "#base/local-time.ts";
import { NotFound } from "#base/surprises.ts";
import { type KnownPartnership, partnershipBySlug, partnershipPath } from "#features/partnerships/public.ts";
import { idOf } from "#platform/http/params.ts";
import type { HouseContext, ScopedAccess } from "#platform/http/routes.ts";
import { type Assessment, assessmentById } from "../queries.ts";
import { type IndicatorSet, publishedSet } from "../sets/queries.ts";

/** @throws NotFound where there is no such partnership, or it is hidden */
export async function partnershipIn(c: HouseContext): Promise<KnownPartnership> {
  const partnership = await partnershipBySlug(c.var.ctx, c.req.param("slug") ?? "");
  if (!partnership) throw new NotFound();
  return partnership;
}

/** Those who may answer for the partnership in the address. */
export const forItsTeam: ScopedAccess = {
  permission: "partnership.assess",
  async scope(c) {
    const { id, states } = await partnershipIn(c);
    return { partnership: id, states };
  },
};

export interface Found {
  partnership: KnownPartnership;
  assessment: Assessment;
  set: IndicatorSet;
}

/** @throws NotFound also for an assessment of another partnership */
export async function assessmentIn(c: HouseContext): Promise<Found> {
  const partnership = await partnershipIn(c);
  const assessment = await assessmentById(c.var.ctx, idOf(c));
  if (assessment?.partnership !== partnership.id) throw new NotFound();
  return { partnership, assessment, set: await publishedSet(c.var.ctx, assessment.setVersion) };
}

export function indicatorsPath(slug: string, ...rest: string[]): string {
  return [partnershipPath(slug), "indicators", ...rest].join("/");
}

/** The day in the site's zone, `2026-05-04`. */
export function todayIn(c: HouseContext): string {
  const { now, site } = c.var.ctx;
  return dayOf(now, site.timeZone);
}
