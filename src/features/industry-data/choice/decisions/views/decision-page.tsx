import type { Problems } from "#base/outcome.ts";
import { RegionOutline } from "#features/places/public.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Day } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ConfirmStep, TypedSent } from "#ui/enhance.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import {
  figureWords,
  quotient,
  signedPercentage,
  signedWhole,
  whole,
} from "../../../analysis/figure-words.ts";
import { REGIONS_PATH, regionPath } from "../../../regions/paths.ts";
import type { Region } from "../../../regions/queries.ts";
import { ShownField } from "../../../regions/views/shown-field.tsx";
import { SHOWN_WORDS } from "../../../regions/views/words.ts";
import { criterionWords } from "../../criterion-words.ts";
import { decisionPath } from "../../decision-paths.ts";
import { figureText } from "../../figures.ts";
import { SCALE_WORDS, SUM_WORDS } from "../../score-words.ts";
import { ComparisonTable } from "../../views/comparison-table.tsx";
import { FigureNotes } from "../../views/figure-notes.tsx";
import { RoundsList } from "../../views/rounds-page.tsx";
import { ScoreBars } from "../../views/score-bars.tsx";
import type { Decision } from "../queries.ts";
import { titleIn, type Voice } from "../record.ts";
import { decisionSentence, nextWords, provenanceWords, questionWords, voiceText } from "../words.ts";

export interface DecisionPageProps {
  decision: Decision;
  voices: Voice[];
  /** That the reader may read, the newest first. */
  versions: Decision[];
  /** The region as it is now, for those who may see it. */
  region: Region | undefined;
  isTeam: boolean;
  done: string | undefined;
  stale: boolean;
  problems: Problems;
}

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
      <WithAside label="About this decision" aside={<Aside {...props} />}>
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

function Aside({ decision, versions }: DecisionPageProps) {
  const { record, id } = decision;
  const to = (...rest: string[]) => decisionPath(id, ...rest);
  return (
    <>
      <AsideBlock title="The region, as it was">
        <RegionOutline
          counties={record.region.counties.map(({ fips }) => fips)}
          title={`${record.region.name}, shape ${record.region.shape}`}
        />
      </AsideBlock>
      <div class="no-print">
        <AsideBlock title="To take along">
          <ul class="bare">
            <li>
              <a href={to("fact-sheet")}>One page of facts, to send with an invitation</a>
            </li>
            <li>
              <a href={to("decision.pdf")} download>
                The decision (PDF)
              </a>
            </li>
            <li>
              <a href={to("figures.csv")} download>
                Its figures (CSV)
              </a>
            </li>
            <li>
              <a href={to("decision.json")} download>
                All of it, for programs (JSON)
              </a>
            </li>
          </ul>
        </AsideBlock>
      </div>
      {versions.length > 1 && (
        <AsideBlock title="Versions">
          <p>
            <a href={to("versions")}>{versions.length} versions, and what changed</a>
          </p>
        </AsideBlock>
      )}
    </>
  );
}

function TeamDeeds({ decision, versions, problems }: DecisionPageProps) {
  const { id, version, shown } = decision;
  const isNewest = versions[0]?.id === id;
  return (
    <div class="no-print">
      <Section title="For your team" id="team">
        <Fold title="Tell the network" id="happening">
          <p class="measure">
            Carries the facts and the PDF into the form with which everybody shares what worked. Nothing is
            sent before you press the button there, and the editors of this site read it first.
          </p>
          <Form action={decisionPath(id, "happening")} bare>
            <Button look="quiet" icon="send">
              Begin a happening from this
            </Button>
          </Form>
        </Fold>
        <Fold title="Who may read it" open={Object.keys(problems).length > 0}>
          <Form action={decisionPath(id, "sharing")}>
            <Hidden name="version" value={version} />
            <ShownField
              label="Who may read the decision"
              hint="With the names of those who agreed."
              value={shown}
              problems={problems}
            />
            <Button look="quiet">Save</Button>
          </Form>
        </Fold>
        {isNewest && (
          <Fold title="Take it up again">
            <p class="measure">
              A new choice begins where this one ended, on the region’s counties and the figures of that day.
              What you decide then becomes version {decision.number + 1}; this one stays as it is.
            </p>
            <ConfirmStep question="Take the decision up again?">
              <Form action={decisionPath(id, "reopening")} bare>
                <Buttons>
                  <Button look="quiet" icon="rotate-ccw">
                    Take it up again
                  </Button>
                </Buttons>
              </Form>
            </ConfirmStep>
          </Fold>
        )}
      </Section>
    </div>
  );
}
