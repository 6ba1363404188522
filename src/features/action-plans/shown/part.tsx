import type { PartnershipPart } from "#platform/feature.ts";
import { publicPlanPath } from "../paths.ts";
import { publicPlan } from "./public-plan.ts";
import { PlanBrief } from "./views/public-plan.tsx";

/** A partnership's plan on its own page, as far as it shows it. */
export const planPart: PartnershipPart = {
  async render(ctx, { id, slug }) {
    const plan = await publicPlan(ctx, id);
    return plan && plan.priorities.length > 0 ? (
      <section id="plan">
        <h2>What it works on now</h2>
        <PlanBrief plan={plan} href={publicPlanPath(slug)} />
      </section>
    ) : null;
  },
};
