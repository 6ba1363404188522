import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import type { BreadcrumbsProps } from "#ui/breadcrumbs.tsx";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { Moment } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { IndustryRow } from "../../../analysis/answer.ts";
import type { Criterion } from "../../content.ts";
import { jobsHint } from "../../figures.ts";
import type { Choice } from "../../queries.ts";
import { noteField, SCORE_WORDS, scoreField } from "../forms.ts";

export interface ScorePageProps {
  region: string;
  choice: Choice;
  /** The candidates with their figures. */
  rows: IndustryRow[];
  action: string;
  /** Where the browser keeps what was chosen. */
  keep: string;
  trail?: BreadcrumbsProps["trail"];
  /** Whom a link was sent to; without it, the person has an account. */
  invited?: string;
  /** When they scored before. */
  scoredAt: Date | null;
  zone: string;
  values: FormValues;
  problems: Problems;
}

export const SCORE_OPTIONS = SCORE_WORDS.map((words, index) => ({
  value: String(index + 1),
  label: `${index + 1} – ${words}`,
}));

/** One person's scores of all candidates. */
export function ScorePage(props: ScorePageProps) {
  const { region, choice, rows, action, keep, trail, invited, scoredAt, zone, values, problems } = props;
  const own = choice.criteria.filter(({ figure }) => figure === null);
  return (
    <>
      <PageHead
        title="What do you know of them?"
        {...(trail ? { trail } : {})}
        lede={
          <>
            {invited && `${invited}, you were asked what you know of the industries in ${region}. `}
            Score what you have seen or heard yourself, and leave open what you cannot say. A word on why
            helps the others. Where you differ is what you will talk about.
          </>
        }
      />
      <ErrorSummary problems={problems} />
      {scoredAt && (
        <Notice title="You have scored before">
          <p>
            Your scores of <Moment at={scoredAt} zone={zone} /> stand below. Saving changes them; they are not
            counted a second time.
          </p>
        </Notice>
      )}
      {invited && (
        <Notice>
          <p>
            This link is for {invited} alone. If you are somebody else, ask for a link of your own. The team
            reads your scores with your name, once its people have given theirs.
          </p>
        </Notice>
      )}
      {own.length === 0 ? (
        <p class="measure">Your team has no criteria that people score. The figures alone decide.</p>
      ) : (
        <Form action={action} keep={keep} guard>
          {own.map((criterion) => (
            <CriterionFields criterion={criterion} rows={rows} values={values} problems={problems} />
          ))}
          <Button>{scoredAt ? "Change my scores" : "Send my scores"}</Button>
        </Form>
      )}
    </>
  );
}

function CriterionFields(props: {
  criterion: Criterion;
  rows: IndustryRow[];
  values: FormValues;
  problems: Problems;
}) {
  const { criterion, rows, values, problems } = props;
  const title = `ask-${criterion.id}`;
  return (
    <section class="score-fields" aria-labelledby={title}>
      <h2 id={title}>{criterion.name}</h2>
      {criterion.hint && <p class="measure">{criterion.hint}</p>}
      {rows.map((row) => (
        <div class="score-row">
          <Select
            name={scoreField(row.industry, criterion.id)}
            label={row.title}
            hint={jobsHint(row)}
            options={SCORE_OPTIONS}
            blank="I cannot say"
            value={textOf(values, scoreField(row.industry, criterion.id))}
            problems={problems}
            optional="told above"
          />
          <TextField
            name={noteField(row.industry, criterion.id)}
            label="Why"
            about={row.title}
            value={textOf(values, noteField(row.industry, criterion.id))}
            problems={problems}
            optional="told above"
          />
        </div>
      ))}
    </section>
  );
}
