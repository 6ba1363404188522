import type { Problems } from "#base/outcome.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { CheckboxGroup } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { TextArea } from "#ui/text-fields.tsx";
import type { IndustryRow } from "../../analysis/answer.ts";
import type { Region } from "../../regions/queries.ts";
import { type Criterion, ENOUGH_LEFT } from "../content.ts";
import { rawText } from "../criterion-words.ts";
import { choicePath, trailTo } from "../door.ts";
import { FIGURES } from "../figures.ts";
import type { Choice, Round, Settled } from "../queries.ts";
import { ChangedMeanwhile } from "./stale.tsx";

export interface RoundsPageProps {
  region: Region;
  choice: Choice;
  rows: readonly IndustryRow[];
  settled: Settled[];
  rounds: Round[];
  /** Candidates that are still in. */
  left: string[];
  /** That no round has used, the most important first. */
  criteria: Criterion[];
  /** The one of this round; undefined when all are used. */
  criterion: Criterion | undefined;
  /** Whom the figures would leave out. */
  suggested: string[];
  values: FormValues;
  stale: boolean;
  problems: Problems;
}

/** Elimination: the weakest by one criterion after the other are left out, until two or three remain. */
export function RoundsPage(props: RoundsPageProps) {
  const { region, choice, rows, rounds, left, criterion, stale, problems } = props;
  const enough = left.length <= ENOUGH_LEFT;
  return (
    <>
      <PageHead
        title="Leave out in rounds"
        trail={trailTo(region, choice)}
        lede="Take the most important criterion first and leave the weakest out by it; then the next criterion, until two or three remain. Write down why, round by round."
      />
      <ErrorSummary problems={problems} />
      <ChangedMeanwhile stale={stale} />
      {rounds.length > 0 && <RoundsHeld {...props} />}
      {enough || !criterion ? (
        <Notice
          tone="success"
          title={`${left.length} remain: ${left.map((one) => titleOf(rows, one)).join(", ")}`}
        >
          <p>
            {enough
              ? "Talk about these, and decide."
              : "Every criterion has had its round. Talk about these, and decide."}
          </p>
          <p>
            <ButtonLink href={choicePath(region, choice.id, "decision")}>Write the decision</ButtonLink>
          </p>
        </Notice>
      ) : (
        <NextRound {...props} criterion={criterion} />
      )}
    </>
  );
}

const titleOf = (rows: readonly IndustryRow[], industry: string) =>
  rows.find((row) => row.industry === industry)?.title ?? industry;

export function RoundsList(props: {
  rounds: readonly Round[];
  rows: readonly IndustryRow[];
  criteria: readonly Criterion[];
}) {
  const { rounds, rows, criteria } = props;
  return (
    <ol class="rounds">
      {rounds.map(({ criterion, dropped, reason }) => (
        <li>
          <p>
            By <b>{criteria.find(({ id }) => id === criterion)?.name ?? "a criterion"}</b>, left out:{" "}
            {dropped.map((one) => titleOf(rows, one)).join(", ")}.
          </p>
          <p class="measure as-typed">{reason}</p>
        </li>
      ))}
    </ol>
  );
}

function RoundsHeld({ region, choice, rows, rounds }: RoundsPageProps) {
  return (
    <Section title="So far">
      <RoundsList rounds={rounds} rows={rows} criteria={choice.criteria} />
      <Form action={choicePath(region, choice.id, "rounds", "undo")} bare>
        <Hidden name="version" value={choice.version} />
        <Button look="plain" compact>
          Take the last round back
        </Button>
      </Form>
    </Section>
  );
}

function NextRound(props: RoundsPageProps & { criterion: Criterion }) {
  const { region, choice, rows, settled, rounds, left, criteria, criterion, suggested, values, problems } =
    props;
  const others = criteria.filter(({ id }) => id !== criterion.id);
  const chosen = values.reason === undefined ? suggested : listOf(values, "dropped");
  return (
    <Section title={`Round ${rounds.length + 1}: by ${criterion.name}`}>
      {others.length > 0 && (
        <p>
          Another criterion instead:{" "}
          {others.map(({ id, name }, index) => (
            <>
              {index > 0 && ", "}
              <a href={`${choicePath(region, choice.id, "rounds")}?by=${encodeURIComponent(id)}`}>{name}</a>
            </>
          ))}
        </p>
      )}
      <Form action={choicePath(region, choice.id, "rounds")}>
        <Hidden name="version" value={textOf(values, "version")} />
        <Hidden name="criterion" value={criterion.id} />
        <CheckboxGroup
          name="dropped"
          label="Leave out"
          hint={
            suggested.length > 0
              ? "Ticked are those that surely stand lowest. You may see it otherwise."
              : "By this criterion the figures alone leave nobody out: too much is withheld, or they are too close."
          }
          options={left.map((industry) => {
            const row = rows.find((one) => one.industry === industry);
            return {
              value: industry,
              label: titleOf(rows, industry),
              hint: row
                ? `${criterion.figure ? FIGURES[criterion.figure].label : criterion.name}: ${rawText(row, criterion, settled)}`
                : undefined,
            };
          })}
          values={[...chosen]}
          problems={problems}
        />
        <TextArea
          name="reason"
          label="Why"
          hint="In a sentence: it stands in the decision."
          rows={2}
          most={400}
          value={textOf(values, "reason")}
          problems={problems}
        />
        <Button>Leave them out</Button>
      </Form>
    </Section>
  );
}
