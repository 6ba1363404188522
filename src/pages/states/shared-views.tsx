import { AssessmentBrief, reportPath } from "#features/indicators/public.ts";
import { Section } from "#ui/layout.tsx";
import type { LeadPageProps } from "./lead-page-props.ts";

/** How those partnerships see themselves that share it with their state. */
export function SharedViews({ partnerships, assessments }: LeadPageProps) {
  const byId = new Map(partnerships.map((one) => [one.id, one]));
  const shared = assessments.flatMap((assessment) => {
    const partnership = byId.get(assessment.partnership);
    return partnership ? [{ assessment, partnership }] : [];
  });
  if (shared.length === 0) return null;
  return (
    <Section title="How they see themselves">
      <p class="quiet-text">
        What teams settled on and share with their state. It is theirs: ask before you pass it on.
      </p>
      <div class="shared-views">
        {shared.map(({ assessment, partnership: { name, slug } }) => (
          <section>
            <h3>{name}</h3>
            <AssessmentBrief assessment={assessment} href={reportPath(slug, assessment.id)} />
          </section>
        ))}
      </div>
    </Section>
  );
}
