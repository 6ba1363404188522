import { hasProblems, type Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { IndustryRow } from "../../../analysis/answer.ts";
import type { Region } from "../../../regions/queries.ts";
import { choicePath, trailTo } from "../../door.ts";
import type { Choice } from "../../queries.ts";
import { noteField, SCORE_WORDS, scoreField } from "../forms.ts";
import type { Scorer } from "../scorers.ts";
import { agreedOn, byDifference, promptFor, type Said, type Spread } from "../spread.ts";
import { SCORE_OPTIONS } from "./score-page.tsx";

export interface DifferencesPageProps {
  region: Region;
  choice: Choice;
  rows: IndustryRow[];
  spreads: Spread[];
  /** Those who have scored. */
  scorers: Scorer[];
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs: FormValues | undefined;
  problems: Problems;
}

/** Everybody's scores, the largest differences first, each with what the team settles on. */
export function DifferencesPage(props: DifferencesPageProps) {
  const { region, choice, rows, spreads, scorers, values, theirs, problems } = props;
  const titleOf = (industry: string) => rows.find((row) => row.industry === industry)?.title ?? industry;
  const agreed = spreads.filter((spread) => agreedOn(spread) !== undefined);
  return (
    <>
      <PageHead
        title="Where you differ"
        trail={trailTo(region, choice)}
        lede="The largest differences stand first. Let people tell what they saw before you argue about the number, then settle on one. It need not lie in the middle."
        meta={<span>{scorers.length === 1 ? "One has scored so far" : `${scorers.length} have scored`}</span>}
      />
      <ErrorSummary problems={problems} />
      {theirs && (
        <StaleNotice
          fields={spreads.map(({ candidate, criterion }) => {
            const name = scoreField(candidate, criterion.id);
            return {
              label: `${titleOf(candidate)}: ${criterion.name}`,
              theirs: textOf(theirs, name),
              yours: textOf(values, name),
            };
          })}
        />
      )}
      <Form
        action={choicePath(region, choice.id, "differences")}
        keep={`settlement-${choice.id}-${textOf(values, "version")}`}
        width="wide"
        guard
      >
        <Hidden name="version" value={textOf(values, "version")} />
        {byDifference(spreads)
          .filter((spread) => agreedOn(spread) === undefined)
          .map((spread) => (
            <Difference {...props} spread={spread} title={titleOf(spread.candidate)} />
          ))}
        {agreed.length > 0 && (
          <Fold
            title={`Where you agree already: ${agreed.length}`}
            open={agreed.length === spreads.length || hasProblems(problems)}
          >
            <p class="measure">What all of you said is filled in. Change it if the talk says otherwise.</p>
            {agreed.map((spread) => (
              <Difference {...props} spread={spread} title={titleOf(spread.candidate)} />
            ))}
          </Fold>
        )}
        <p class="hint">You may keep it with some left open and go on another day.</p>
        <Button>Keep what we settled on</Button>
      </Form>
    </>
  );
}

interface DifferenceProps extends Pick<DifferencesPageProps, "values" | "problems"> {
  spread: Spread;
  title: string;
}

function Difference(props: DifferenceProps) {
  const { spread, title, values, problems } = props;
  const { candidate, criterion, said } = spread;
  const score = scoreField(candidate, criterion.id);
  const note = noteField(candidate, criterion.id);
  const id = `spread-${score.replace(/[^\w-]+/g, "-")}`;
  const chosen = values[score] === undefined ? agreedOn(spread) : undefined;
  return (
    <section class="difference" aria-labelledby={id}>
      <div class="spread-head">
        <h2 id={id}>
          {title}: {criterion.name}
        </h2>
        <p class="spread-width">{widthWords(spread)}</p>
      </div>
      <PointScale said={said} />
      <p>{promptFor(spread)}</p>
      <div class="score-row">
        <Select
          name={score}
          label="What you settle on"
          about={`${title}, ${criterion.name}`}
          options={SCORE_OPTIONS}
          blank="Still open"
          value={chosen === undefined ? textOf(values, score) : String(chosen)}
          problems={problems}
          optional="told above"
        />
        <TextField
          name={note}
          label="Why"
          about={`${title}, ${criterion.name}`}
          value={textOf(values, note)}
          problems={problems}
          optional="told above"
        />
      </div>
    </section>
  );
}

export function widthWords({ width, said, lowest }: Spread): string {
  if (said.length === 0) return "Nobody has scored it";
  if (lowest === null) return "Nobody could say";
  if (said.filter(({ score }) => score !== null).length < 2) return "One score so far";
  return width === 0 ? "You agree" : width === 1 ? "One point apart" : `${width} points apart`;
}

/** Five columns, one a point, with whoever chose it and why; who could not say stands beneath. */
function PointScale({ said }: { said: Said[] }) {
  const unsure = said.filter(({ score }) => score === null);
  if (said.length === 0) return null;
  return (
    <>
      <ol class="bare points">
        {SCORE_WORDS.map((words, index) => {
          const here = said.filter(({ score }) => score === index + 1);
          return (
            <li class={here.length > 0 ? "point chosen" : "point"}>
              <p class="point-name">
                <b>{index + 1}</b> {words}
                <span class="visually-hidden">: {here.length === 0 ? "nobody" : here.length}</span>
              </p>
              <People said={here} />
            </li>
          );
        })}
      </ol>
      {unsure.length > 0 && (
        <p class="small">Cannot say: {unsure.map(({ name }) => name || "Somebody").join(", ")}</p>
      )}
    </>
  );
}

function People({ said }: { said: Said[] }) {
  if (said.length === 0) return null;
  return (
    <ul class="bare spread-people">
      {said.map(({ name, note }) => (
        <li>
          <b>{name || "Somebody"}</b>
          {note && <p class="as-typed">{note}</p>}
        </li>
      ))}
    </ul>
  );
}
