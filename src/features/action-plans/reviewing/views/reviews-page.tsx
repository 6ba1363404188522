import { daysBetween } from "#base/days.ts";
import type { Problems } from "#base/outcome.ts";
import { tableTrail, type Workspace } from "#features/partnerships/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Day } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Steps } from "#ui/pagination.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { planPath } from "../../paths.ts";
import type { Plan } from "../../queries.ts";
import type { ListedReview } from "../queries.ts";

export interface ReviewsPageProps {
  workspace: Workspace;
  plan: Plan;
  reviews: ListedReview[];
  page: number;
  more: boolean;
  today: string;
  values: FormValues;
  problems: Problems;
}

/** Says that the plan was reviewed, and shows each time it was. */
export function ReviewsPage(props: ReviewsPageProps) {
  const { workspace, plan, reviews, page, more, today, values, problems } = props;
  const path = planPath(workspace.slug, "reviews");
  return (
    <>
      <PageHead
        title="Reviews of the plan"
        trail={tableTrail(workspace, { href: planPath(workspace.slug), label: "Action plan" })}
        lede={
          plan.reviewed
            ? `Last reviewed ${daysWords(daysBetween(plan.reviewed.on, today))}. Most teams look at the plan together every month or two.`
            : "When your team has looked at the plan together, say so here: the plan is kept as it stands that day, and you see later what moved."
        }
      />
      <ErrorSummary problems={problems} />
      <Form action={path}>
        <TextField
          name="reviewedOn"
          type="date"
          label="We reviewed the plan on"
          max={today}
          value={textOf(values, "reviewedOn") || today}
          problems={problems}
          width="medium"
        />
        <TextArea
          name="word"
          label="What we agreed on"
          hint="A few lines for those who were not there. It stays with your team."
          value={textOf(values, "word")}
          problems={problems}
          rows={3}
          most={1_000}
          optional
        />
        <Buttons>
          <Button>Keep this version</Button>
        </Buttons>
      </Form>
      {reviews.length > 0 && (
        <Section title="Versions">
          <ol class="bare review-list" reversed>
            {reviews.map((review) => (
              <li>
                <a href={`${path}/${review.number}`}>
                  Version {review.number}, <Day iso={review.reviewedOn} />
                </a>
                {review.word && <span class="as-typed">{review.word}</span>}
                <span class="quiet-text">Kept by {review.byName}</span>
              </li>
            ))}
          </ol>
          <Steps
            page={page}
            before={page > 1 ? `${path}?page=${page - 1}` : undefined}
            after={more ? `${path}?page=${page + 1}` : undefined}
            label="Versions"
          />
        </Section>
      )}
    </>
  );
}

function daysWords(days: number): string {
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}
