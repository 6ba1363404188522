import type { Ctx } from "#platform/context.ts";
import type { PartnershipDraft } from "./content.ts";
import type { Stage } from "./stages.ts";
import { addPartnership } from "./writing.ts";

/** A whole content, for tests. */
export function partnershipLike(given: Partial<PartnershipDraft> = {}): PartnershipDraft {
  return {
    name: "Platte Valley Healthcare Partnership",
    summary: "Hospitals and clinics along the Platte grow their own nurses.",
    region: "Platte Valley",
    states: ["ne"],
    counties: ["31079", "31019"],
    countiesKnown: "exact",
    ...given,
  };
}

/** A partnership with a page, for tests. */
export function partnershipAt(
  ctx: Ctx,
  given: Partial<PartnershipDraft> & { stage?: Stage; since?: string } = {},
): Promise<{ id: string; slug: string }> {
  const { stage = "active", since, ...content } = given;
  return addPartnership(ctx, { content: partnershipLike(content), stage, stageSince: since ?? null });
}
