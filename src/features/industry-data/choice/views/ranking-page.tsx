import type { Problems } from "#base/outcome.ts";
import type { FormValues } from "#platform/http/forms.ts";
import { ButtonLink, Buttons } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import type { AnalysisAnswer, IndustryRow } from "../../analysis/answer.ts";
import { figureWords, quotient, ratio } from "../../analysis/figure-words.ts";
import { isEmerging, type Verdict } from "../../figures/emerging.ts";
import type { Scored } from "../../figures/scoring.ts";
import type { Region } from "../../regions/queries.ts";
import type { Criterion } from "../content.ts";
import { choicePath, trailTo } from "../door.ts";
import type { Choice, Round, Settled } from "../queries.ts";
import { pointsText, SCALE_WORDS, SUM_WORDS } from "../score-words.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { FigureNotes } from "./figure-notes.tsx";
import { ScoreBars } from "./score-bars.tsx";
import { TriedNotice, TryWeightsForm } from "./try-weights.tsx";

export interface RankingPageProps {
  region: Region;
  choice: Choice;
  answer: AnalysisAnswer;
  ranking: Scored[];
  /** Weights that somebody tries, and the order that they would make. */
  trial: { criteria: Criterion[]; ranking: Scored[] } | undefined;
  /** As they stand in the address. */
  asked: FormValues | undefined;
  problems: Problems;
  /** What was tried is kept now. */
  isKept: boolean;
  settled: Settled[];
  rounds: Round[];
}

/** The candidates by their scores, with the raw number beside every point. */
export function RankingPage(props: RankingPageProps) {
  const { region, choice, answer, ranking, trial, asked, problems, isKept, settled, rounds } = props;
  const [first] = ranking;
  const title = (industry: string) => answer.rows.find((row) => row.industry === industry)?.title ?? industry;
  const withheld = answer.rows.filter(({ withheldCounties }) => withheldCounties > 0);
  return (
    <>
      <PageHead
        title="Side by side"
        trail={trailTo(region, choice)}
        lede={
          first && (
            <>
              By your weights {title(first.key)} stands first with {pointsText(first.composite)} of 100 points
              {first.worstPlace > 1 && ", although it may come out otherwise once everything were known"}. The
              numbers begin the talk; they do not decide.
            </>
          )
        }
        actions={
          <ButtonLink href={choicePath(region, choice.id, "criteria")} look="quiet">
            Change the weights
          </ButtonLink>
        }
      />
      <ErrorSummary problems={problems} />
      {isKept && <Notice tone="success" title="These weights are kept." live />}
      {withheld.length > 0 && (
        <Notice title={`Withheld in part: ${withheld.length} of ${answer.rows.length}`}>
          <p>
            {withheld.map((row) => row.title).join("; ")}. BLS withholds what would show a single company.
            Such a figure says “at least” or “between”, and the hatched part of a bar is what it may come to.
            None of it counts as zero.
          </p>
        </Notice>
      )}
      <div class="order-beside">
        <div id="order">
          {trial && (
            <TriedNotice
              region={region}
              choice={choice}
              tried={trial.criteria}
              first={trial.ranking[0]}
              firstKept={first}
              titleOf={title}
            />
          )}
          <ScoreBars
            rows={answer.rows}
            ranking={trial?.ranking ?? ranking}
            {...(trial ? { before: ranking } : {})}
          />
        </div>
        <TryWeightsForm
          region={region}
          choice={choice}
          values={asked ?? {}}
          isOpen={asked !== undefined}
          problems={problems}
        />
      </div>
      <Section title="In numbers">
        <p class="measure">Large: the figure as it is. Small: the points of 100 that it became.</p>
        <div id="order-numbers">
          <ComparisonTable
            rows={answer.rows}
            criteria={trial?.criteria ?? choice.criteria}
            ranking={trial?.ranking ?? ranking}
            settled={settled}
          />
        </div>
        <p class="measure small">
          {SCALE_WORDS[choice.scale]} {SUM_WORDS}
        </p>
      </Section>
      {choice.preset === "emerging" && <Emerging rows={answer.rows} />}
      <FigureNotes notes={answer.notes} title="Read these figures with care" />
      <Buttons>
        <ButtonLink href={choicePath(region, choice.id, "decision")}>Write the decision</ButtonLink>
        <ButtonLink href={choicePath(region, choice.id, "rounds")} look="quiet">
          {rounds.length > 0 ? "See the rounds" : "Leave out in rounds instead"}
        </ButtonLink>
      </Buttons>
    </>
  );
}

const VERDICTS: Record<Verdict, string> = {
  yes: "Emerging",
  no: "Not emerging",
  maybe: "Cannot be said: figures are withheld",
};

function Emerging({ rows }: { rows: readonly IndustryRow[] }) {
  return (
    <Section title="Which are emerging">
      <p class="measure">
        A location quotient of at most 1 at first and at least 1 at the end, with pay above the region’s
        average.
      </p>
      <DataTable
        caption="Which candidates are emerging"
        hideCaption
        stacks
        rows={[...rows]}
        columns={[
          { label: "Candidate", heads: true, cell: (row) => row.title },
          { label: "Quotient at first", numeric: true, cell: (row) => figureWords(row.lq0, quotient) },
          { label: "At the end", numeric: true, cell: (row) => figureWords(row.lq1, quotient) },
          {
            label: "Pay",
            numeric: true,
            cell: (row) => (row.payRatio1 === null ? "not known" : ratio(row.payRatio1)),
          },
          { label: "So it is", cell: (row) => VERDICTS[isEmerging(row)] },
        ]}
      />
    </Section>
  );
}
