import type { Problems } from "#base/outcome.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldGroup } from "#ui/field.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import type { AnalysisAnswer, AnalysisNote, IndustryRow } from "../../analysis/answer.ts";
import { regionPath } from "../../regions/paths.ts";
import type { Region } from "../../regions/queries.ts";
import { MOST_CANDIDATES } from "../content.ts";
import { choicePath, trailTo } from "../door.ts";
import { jobsHint, payHint } from "../figures.ts";
import type { Choice } from "../queries.ts";
import { FigureNotes } from "./figure-notes.tsx";
import { ChangedMeanwhile } from "./stale.tsx";

export interface CandidatesPageProps {
  region: Region;
  choice: Choice;
  /** Everything that could be a candidate; undefined where the question cannot be answered. */
  answer: AnalysisAnswer | undefined;
  /** About those that are chosen. */
  notes: readonly AnalysisNote[];
  values: FormValues;
  stale: boolean;
  problems: Problems;
}

/** As many as a team begins with where it has not chosen yet. */
const FIRST = 12;

/** Which industries are compared. */
export function CandidatesPage(props: CandidatesPageProps) {
  const { region, choice, answer, notes, values, stale, problems } = props;
  return (
    <>
      <PageHead
        title="The candidates"
        trail={trailTo(region, choice)}
        lede={`Choose the industries that you want to compare, two to ${MOST_CANDIDATES}. The largest employer is not by itself the best choice: look at pay as well.`}
      />
      <ErrorSummary problems={problems} />
      <ChangedMeanwhile stale={stale} />
      <FigureNotes notes={notes} title="Two of them share industries" kinds={["overlap"]} />
      {!answer ? (
        <EmptyState
          title="The figures cannot answer this question"
          icon="triangle-alert"
          actions={
            <>
              <a href={choicePath(region, choice.id, "question")}>Change the periods</a>
              <a href={regionPath(region.slug, "edit")}>Change the counties</a>
            </>
          }
        >
          What is missing stands above.
        </EmptyState>
      ) : (
        <Form action={choicePath(region, choice.id, "candidates")} width="wide">
          <Hidden name="version" value={textOf(values, "version")} />
          <FieldGroup
            name="candidates"
            label="Candidates"
            hint="With their jobs, and what they pay beside the region’s average."
            problems={problems}
          >
            <div class="choices columns">
              {bySize(answer.rows).map((row, index) => (
                <Candidate row={row} index={index} chosen={chosenOf(props).includes(row.industry)} />
              ))}
            </div>
          </FieldGroup>
          <Button>Compare these</Button>
        </Form>
      )}
    </>
  );
}

function bySize(rows: readonly IndustryRow[]): IndustryRow[] {
  return rows.toSorted((a, b) => (b.jobs1.value ?? b.jobs1.low ?? 0) - (a.jobs1.value ?? a.jobs1.low ?? 0));
}

function chosenOf({ choice, answer, values, problems }: CandidatesPageProps): string[] {
  // A form that came back with nothing ticked has no such field at all.
  if (Object.keys(problems).length > 0 || values.candidates !== undefined)
    return listOf(values, "candidates");
  if (choice.candidates.length > 0) return choice.candidates;
  return bySize(answer?.rows ?? [])
    .filter(({ jobs1 }) => (jobs1.value ?? jobs1.high ?? 0) > 0)
    .slice(0, FIRST)
    .map(({ industry }) => industry);
}

function Candidate({ row, index, chosen }: { row: IndustryRow; index: number; chosen: boolean }) {
  const id = index === 0 ? "field-candidates" : `field-candidates-${index}`;
  return (
    <label class="choice">
      <input id={id} type="checkbox" name="candidates" value={row.industry} checked={chosen} />
      <span>{row.title}</span>
      <span class="hint">
        {jobsHint(row)}, {payHint(row)}
      </span>
    </label>
  );
}
