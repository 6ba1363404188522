import type { Problems } from "#base/outcome.ts";
import { type KnownPartnership, partnershipPath } from "#features/partnerships/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Day, longDate } from "#ui/dates.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form } from "#ui/form.tsx";
import { Icon } from "#ui/icon.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Move } from "../../comparing/series.ts";
import type { Indicator, Level, SetContent } from "../../content.ts";
import type { Assessment, Result } from "../../queries.ts";
import type { IndicatorSet } from "../../sets/queries.ts";
import { hueAt, LevelMark } from "../../views/look.tsx";
import { indicatorsPath } from "../door.ts";
import { Evidence } from "./answer-page.tsx";
import { SHARED_WORDS } from "./overview-page.tsx";
import { SharingFields } from "./sharing-fields.tsx";

export interface ReportPageProps {
  partnership: KnownPartnership;
  assessment: Assessment;
  set: IndicatorSet;
  results: Result[];
  /** Against the time before, where the two can be compared. */
  moves: ReadonlyMap<string, { move: Move; from: Level; to: Level }>;
  before: { heldOn: string } | undefined;
  /** One of those who look after the partnership; others see less. */
  isTeam: boolean;
  done: string | undefined;
  problems: Problems;
  stale: boolean;
}

const DONE: Record<string, string> = {
  settled: "It is settled and kept. Thank you for looking so closely.",
  shared: "Who may see it is changed.",
};

/** What a team settled on, for itself, for whom it is shared with, and for paper. */
export function ReportPage(props: ReportPageProps) {
  const { partnership, assessment, set, results, moves, before, isTeam, done, problems, stale } = props;
  const { slug, name } = partnership;
  const words = done && isTeam ? DONE[done] : undefined;
  return (
    <>
      <PageHead
        title={`Where we stood in ${longDate(assessment.heldOn.slice(0, 7))}`}
        trail={[
          { href: partnershipPath(slug), label: name },
          ...(isTeam ? [{ href: indicatorsPath(slug), label: "Indicators" }] : []),
        ]}
        meta={
          <span>
            {name}, <Day iso={assessment.heldOn} />
            {isTeam && `. ${SHARED_WORDS[assessment.sharedWith]}`}
          </span>
        }
        lede={
          isTeam
            ? assessment.note || undefined
            : `How the ${name} sees itself on ${set.content.indicators.length} signs of a Next Gen partnership. It is a look in the mirror; nobody checked it and nobody is ranked.`
        }
      />
      <ErrorSummary problems={problems} />
      {stale && (
        <Notice tone="warning" title="Somebody changed this a moment ago" live>
          <p>Nothing was overwritten. Below is what stands now; choose again if you want something else.</p>
        </Notice>
      )}
      {words && <Notice tone="success" title={words} live />}
      {moves.size > 0 && before && <p class="measure moves">{movesWords(moves, before.heldOn)}</p>}
      {set.content.indicators.map((indicator, index) => (
        <ResultSection
          indicator={indicator}
          index={index}
          content={set.content}
          result={results.find((one) => one.indicator === indicator.id)}
          move={moves.get(indicator.id)}
          heldOn={assessment.heldOn}
        />
      ))}
      <p class="measure small quiet-text report-foot">
        Answered to “{set.name}”, <a href={`/indicators/versions/${set.version}`}>version {set.version}</a>.
      </p>
      {isTeam && <ForTheTeam {...props} />}
    </>
  );
}

function movesWords(moves: ReportPageProps["moves"], since: string): string {
  const count = (move: Move) => [...moves.values()].filter((one) => one.move === move).length;
  return `Since ${longDate(since)}: ${count("up")} moved up, ${count("down")} moved down, ${count("same")} stayed.`;
}

function ResultSection(props: {
  indicator: Indicator;
  index: number;
  content: SetContent;
  result: Result | undefined;
  move: { move: Move; from: Level; to: Level } | undefined;
  heldOn: string;
}) {
  const { indicator, index, content, result, move, heldOn } = props;
  if (!result) return null;
  const words = result.level === null ? undefined : indicator.levels[result.level - 1];
  return (
    <section class={`section result ${hueAt(index)}`} aria-labelledby={`result-${indicator.id}`}>
      <div class="result-head">
        <h2 id={`result-${indicator.id}`}>{indicator.title}</h2>
        <p class="result-level">
          <LevelMark level={result.level} set={content} />
          {move && move.move !== "same" && (
            <span class="result-move">
              <Icon name={move.move === "up" ? "arrow-up" : "arrow-down"} />
              {move.move === "up" ? "up" : "down"} from {move.from}
            </span>
          )}
        </p>
      </div>
      <div class="result-words">
        {words && <p>{words.looks}</p>}
        {result.note && (
          <div class="result-note">
            <p class="eyebrow">The team’s words</p>
            <p class="as-typed">{result.note}</p>
          </div>
        )}
        {words && (
          <p class="level-next">
            <b>Next:</b> {words.next}
          </p>
        )}
        <Evidence
          sentences={result.evidence}
          when={`What the partnership’s page said on the day it was settled`}
        />
      </div>
      <span class="visually-hidden">As of {longDate(heldOn)}</span>
    </section>
  );
}

function ForTheTeam({ partnership, assessment, problems }: ReportPageProps) {
  const { slug } = partnership;
  const values = {
    version: String(assessment.version),
    sharedWith: assessment.sharedWith,
    inPicture: assessment.inPicture ? "yes" : "",
  };
  return (
    <div class="stack no-print for-team">
      <p class="row">
        <ButtonLink href={indicatorsPath(slug, assessment.id, "differences")} look="quiet">
          Who answered what
        </ButtonLink>
        <ButtonLink href={indicatorsPath(slug)} look="quiet">
          How it moved
        </ButtonLink>
      </p>
      <Fold title="Say who may see it" open={Object.keys(problems).length > 0}>
        <Form action={indicatorsPath(slug, assessment.id, "sharing")}>
          <SharingFields values={values} problems={problems} />
          <Button look="quiet">Save</Button>
        </Form>
      </Fold>
    </div>
  );
}
