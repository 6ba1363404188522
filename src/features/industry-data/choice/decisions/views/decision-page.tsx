import { ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Day } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { Fold } from "#ui/fold.tsx";
import { PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import {
  figureWords,
  quotient,
  signedPercentage,
  signedWhole,
  whole,
} from "../../../analysis/figure-words.ts";
import { REGIONS_PATH, regionPath } from "../../../regions/paths.ts";
import { SHOWN_WORDS } from "../../../regions/views/words.ts";
import { criterionWords } from "../../criterion-words.ts";
import { decisionPath } from "../../decision-paths.ts";
import { figureText } from "../../figures.ts";
import { SCALE_WORDS, SUM_WORDS } from "../../score-words.ts";
import { ComparisonTable } from "../../views/comparison-table.tsx";
import { FigureNotes } from "../../views/figure-notes.tsx";
import { RoundsList } from "../../views/rounds-page.tsx";
import { ScoreBars } from "../../views/score-bars.tsx";
import { titleIn } from "../record.ts";
import { decisionSentence, nextWords, provenanceWords, questionWords, voiceText } from "../words.ts";
import { DecisionAside } from "./decision-aside.tsx";
import type { DecisionPageProps } from "./decision-page-props.ts";
import { TeamDeeds } from "./team-deeds.tsx";

const DONE: Record<string, string> = {
  decided: "It is decided and kept.",
  shared: "Who may read it is changed.",
};

/** What a team decided, with everything it stood on, as it was on that day. */
export function DecisionPage(props: DecisionPageProps) {
  const { decision, versions, region, isTeam, done, stale } = props;
  const { record, number, decidedOn, shown, choice } = decision;
  const [newest] = versions;
  const words = done ? DONE[done] : undefined;
  return (
    <>
      <PageHead
        title={`${record.region.name}: ${titleIn(record, record.first)} first`}
        trail={[
          { href: REGIONS_PATH, label: "Regions" },
          ...(region ? [{ href: regionPath(region.slug), label: region.name }] : []),
        ]}
        meta={
          <>
            <span>
              Decided on <Day iso={decidedOn} />, version {number}
            </span>
            {isTeam && <Badge>{SHOWN_WORDS[shown]}</Badge>}
          </>
        }
        lede={decisionSentence(decision)}
        actions={
          <ButtonLink href={decisionPath(decision.id, "decision.pdf")} icon="printer" download>
            PDF to print
          </ButtonLink>
        }
      />
      {words && <Notice tone="success" title={words} live />}
      {done === "decided" && <TypedSent name={`decision-${choice}`} />}
      {stale && (
        <Notice tone="warning" title="Somebody else changed who may read it meanwhile" live>
          <p>Nothing was overwritten. Look at it again and save it once more if it is right.</p>
        </Notice>
      )}
      {newest && newest.number > number && (
        <Notice title="There is a newer version">
          <p>
            Your team took this up again: <a href={decisionPath(newest.id)}>version {newest.number}</a> of{" "}
            <Day iso={newest.decidedOn} />. This one stays as it was.
          </p>
        </Notice>
      )}
      <WithAside label="About this decision" aside={<DecisionAside {...props} />}>
        <Decided {...props} />
      </WithAside>
      <Compared {...props} />
      <Figures {...props} />
      {isTeam && <TeamDeeds {...props} />}
    </>
  );
}

function Decided({ decision, voices }: DecisionPageProps) {
  const { record } = decision;
  const others = voices.filter(({ agrees }) => !agrees);
  const next = nextWords(record);
  return (
    <>
      {(next || record.launchOn) && (
        <DefinitionList
          entries={[
            { term: "Next", value: next },
            {
              term: "Launch promised for",
              value: record.launchOn ? <Day iso={record.launchOn} /> : undefined,
            },
          ]}
          beside
        />
      )}
      <Section title="Why">
        <p class="measure as-typed">{record.why}</p>
      </Section>
      <Section title="Who agreed">
        <ul>
          {voices
            .filter(({ agrees }) => agrees)
            .map((voice) => (
              <li>{voiceText(voice)}</li>
            ))}
        </ul>
      </Section>
      {others.length > 0 && (
        <Section title="Who sees it otherwise">
          {others.map((voice) => (
            <blockquote class="dissent">
              {voice.words && <p class="measure as-typed">{voice.words}</p>}
              <p class="small">{voiceText(voice)}</p>
            </blockquote>
          ))}
        </Section>
      )}
    </>
  );
}

function Compared({ decision }: DecisionPageProps) {
  const { record } = decision;
  const settled = record.scores.flatMap(({ candidate, criterion, settled: score }) =>
    score === null ? [] : [{ candidate, criterion, score }],
  );
  return (
    <>
      <Section title="How the candidates compare">
        <ScoreBars rows={record.rows} ranking={record.ranking} chosen={record.first} />
        <ComparisonTable
          rows={record.rows}
          criteria={record.criteria}
          ranking={record.ranking}
          settled={settled}
        />
        <p class="measure small">
          {SCALE_WORDS[record.scale]} {SUM_WORDS}
        </p>
        <Fold title="What counted, and how much">
          <ul>
            {record.criteria
              .filter(({ weight }) => weight > 0)
              .map((criterion) => (
                <li>{criterionWords(criterion)}</li>
              ))}
          </ul>
        </Fold>
        <Differences decision={decision} />
      </Section>
      {record.rounds.length > 0 && (
        <Section title="Left out in rounds">
          <RoundsList rounds={record.rounds} rows={record.rows} criteria={record.criteria} />
        </Section>
      )}
    </>
  );
}

function Differences({ decision: { record } }: Pick<DecisionPageProps, "decision">) {
  const { scorers } = record;
  if (scorers.all === 0) return null;
  const nameOf = (id: string) => record.criteria.find((criterion) => criterion.id === id)?.name ?? id;
  const scored = record.scores.filter(({ said, settled }) => said > 0 || settled !== null);
  return (
    <Fold
      title={`What ${scorers.all === 1 ? "one person" : `${scorers.all} people`} scored, and what you settled on`}
    >
      <DataTable
        caption="Scores before the talk, and what was settled"
        hideCaption
        rows={scored}
        columns={[
          {
            label: "Candidate and criterion",
            heads: true,
            cell: ({ candidate, criterion }) => `${titleIn(record, candidate)}: ${nameOf(criterion)}`,
          },
          {
            label: "Scores",
            cell: ({ lowest, highest }) =>
              lowest === null ? "none" : lowest === highest ? String(lowest) : `${lowest} to ${highest}`,
          },
          { label: "Settled", numeric: true, cell: ({ settled }) => settled ?? "open" },
          { label: "Why", cell: ({ note }) => note || "–" },
        ]}
      />
    </Fold>
  );
}

function Figures({ decision: { record } }: DecisionPageProps) {
  return (
    <Section title="The figures it stands on">
      <p class="measure">{questionWords(record)}.</p>
      <DataTable
        caption="Every candidate’s figures, as they were"
        hideCaption
        rows={[...record.rows, record.totals.all]}
        columns={[
          { label: "Industry", heads: true, cell: ({ title }) => title },
          { label: "Jobs at first", numeric: true, cell: ({ jobs0 }) => figureWords(jobs0, whole) },
          { label: "Jobs at the end", numeric: true, cell: ({ jobs1 }) => figureWords(jobs1, whole) },
          { label: "Change", numeric: true, cell: ({ change }) => figureWords(change, signedWhole) },
          {
            label: "In percent",
            numeric: true,
            cell: ({ percent }) => figureWords(percent, signedPercentage),
          },
          { label: "Quotient", numeric: true, cell: ({ lq1 }) => figureWords(lq1, quotient) },
          {
            label: "Competitive effect",
            numeric: true,
            cell: ({ competitiveEffect }) => figureWords(competitiveEffect, signedWhole),
          },
          { label: "Pay to average", numeric: true, cell: (row) => figureText("payRatio", row) },
          {
            label: "Counties withheld",
            numeric: true,
            cell: ({ withheldCounties, counties }) => `${withheldCounties} of ${counties}`,
          },
        ]}
      />
      <FigureNotes notes={record.notes} title="Read these figures with care" />
      {provenanceWords(record).map((words) => (
        <p class="measure small">{words}</p>
      ))}
    </Section>
  );
}
