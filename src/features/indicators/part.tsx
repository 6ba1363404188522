import type { PartnershipPart } from "#platform/feature.ts";
import { indicatorsPath } from "./assessing/door.ts";
import { publicAssessment, reportPath } from "./sharing.ts";
import { AssessmentBrief } from "./views/assessment-brief.tsx";

/** How a partnership sees itself, on its own page where it says so. */
export const assessmentPart: PartnershipPart = {
  async render(ctx, { id, slug }) {
    const assessment = await publicAssessment(ctx, id);
    return assessment ? (
      <section id="indicators">
        <h2>How it sees itself</h2>
        <AssessmentBrief assessment={assessment} href={reportPath(slug, assessment.id)} />
      </section>
    ) : null;
  },
  tending: {
    permission: "partnership.assess",
    title: "Is your partnership Next Gen?",
    words:
      "Look at yourselves by five indicators, each for oneself and then together, and see over time what changed.",
    href: (slug) => indicatorsPath(slug),
  },
};
