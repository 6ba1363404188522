import type { Site } from "#base/site.ts";
import { absoluteUrl } from "#base/site.ts";
import type { Bar, Block, DocumentToWrite } from "#platform/documents/blocks.ts";
import { longDate } from "#ui/dates.tsx";
import { figureWords, quotient, signedPercentage, signedWhole, whole } from "../../analysis/figure-words.ts";
import { criterionWords, rawText } from "../criterion-words.ts";
import { decisionPath } from "../decision-paths.ts";
import { figureText } from "../figures.ts";
import { placeText, pointsText, SCALE_WORDS, SUM_WORDS } from "../score-words.ts";
import type { Decision } from "./queries.ts";
import { titleIn, type Voice } from "./record.ts";
import {
  countiesWords,
  decisionSentence,
  nextWords,
  provenanceWords,
  questionWords,
  voiceText,
} from "./words.ts";

/** A decision as a document to print, sign or send: everything that its page says. */
export function decisionDocument(site: Site, decision: Decision, voices: readonly Voice[]): DocumentToWrite {
  const { record, number, decidedOn } = decision;
  return {
    title: `${record.title}: ${record.region.name}`,
    subject: decisionSentence(decision),
    foot: `${record.region.name}, decided on ${longDate(decidedOn)}, version ${number}. ${absoluteUrl(site, decisionPath(decision.id))}`,
    author: site.name,
    madeAt: decision.createdAt,
    blocks: [
      { kind: "heading", level: 1, words: `${record.region.name}: ${titleIn(record, record.first)} first` },
      { kind: "paragraph", look: "lede", words: decisionSentence(decision) },
      ...decided(decision),
      ...people(voices),
      ...compared(decision),
      ...scored(decision),
      ...rounds(decision),
      ...figures(decision),
      ...sources(decision),
    ],
  };
}

const heading = (level: 2 | 3, words: string): Block => ({ kind: "heading", level, words });
const paragraph = (words: string): Block => ({ kind: "paragraph", words });
const small = (words: string): Block => ({ kind: "paragraph", look: "small", words });

function decided({ record }: Decision): Block[] {
  const next = nextWords(record);
  return [
    ...(next ? [paragraph(`Next: ${next}.`)] : []),
    ...(record.launchOn ? [paragraph(`Launch promised for ${longDate(record.launchOn)}.`)] : []),
    heading(2, "Why"),
    paragraph(record.why),
  ];
}

function people(voices: readonly Voice[]): Block[] {
  const agreed = voices.filter(({ agrees }) => agrees);
  const others = voices.filter(({ agrees }) => !agrees);
  return [
    heading(2, "Who agreed"),
    { kind: "list", items: agreed.map(voiceText) },
    ...(others.length === 0
      ? []
      : [
          heading(2, "Who sees it otherwise"),
          ...others.flatMap((voice) => [
            heading(3, voiceText(voice)),
            ...(voice.words ? [paragraph(voice.words)] : []),
          ]),
        ]),
  ];
}

function compared({ record }: Decision): Block[] {
  const bars = record.ranking.map(
    ({ key, composite }): Bar => ({
      label: titleIn(record, key),
      sure: composite.low ?? 0,
      maybe: composite.high ?? 1,
      text: pointsText(composite),
    }),
  );
  const said = bars.map(({ label, text }) => `${label} ${text}`).join("; ");
  return [
    heading(2, "How the candidates compare"),
    paragraph(`Points of 100 by the team’s weights. ${SCALE_WORDS[record.scale]} ${SUM_WORDS}`),
    { kind: "bars", alt: `Scores of 100 points, as bars: ${said}.`, bars },
    heading(3, "What counted"),
    {
      kind: "list",
      items: record.criteria.filter(({ weight }) => weight > 0).map(criterionWords),
    },
  ];
}

/** As many columns of criteria as a page holds beside the name and the score. */
const MOST_COLUMNS = 4;

function scored({ record }: Decision): Block[] {
  const counted = record.criteria.filter(({ weight }) => weight > 0);
  const settled = record.scores.flatMap(({ settled, ...rest }) =>
    settled === null ? [] : [{ ...rest, score: settled }],
  );
  const tables: Block[] = [];
  for (let start = 0; start < counted.length; start += MOST_COLUMNS) {
    const columns = counted.slice(start, start + MOST_COLUMNS);
    tables.push({
      kind: "table",
      caption: `The figure or score, and the points that it became: ${columns.map(({ name }) => name).join(", ")}`,
      columns: [
        { label: "Candidate", wide: 1.8 },
        ...(start === 0 ? [{ label: "Place and score", wide: 0.9 }] : []),
        ...columns.map(({ name }) => ({ label: name })),
      ],
      rows: record.ranking.map((one) => {
        const row = record.rows.find(({ industry }) => industry === one.key);
        return [
          titleIn(record, one.key),
          ...(start === 0 ? [`${placeText(one)}: ${pointsText(one.composite)}`] : []),
          ...columns.map((criterion) => {
            const part = one.parts.find(({ criterion: id }) => id === criterion.id);
            const raw = row ? rawText(row, criterion, settled) : "–";
            return part ? `${raw}; ${pointsText(part.normalised)} points` : raw;
          }),
        ];
      }),
    });
  }
  return [...tables, ...differences(record)];
}

function differences(record: Decision["record"]): Block[] {
  const { scorers } = record;
  if (scorers.all === 0) return [];
  const apart = record.scores.filter(({ lowest, highest }) => lowest !== null && lowest !== highest);
  const nameOf = (id: string) => record.criteria.find((criterion) => criterion.id === id)?.name ?? id;
  return [
    heading(3, "What people scored"),
    paragraph(
      `${scorers.all === 1 ? "One person" : `${scorers.all} people`} scored, each alone${scorers.byLink > 0 ? `, ${scorers.byLink} of them by a link without an account` : ""}. Then the team settled.`,
    ),
    ...(apart.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            caption: "Where they differed, and what they settled on",
            columns: [
              { label: "Candidate and criterion", wide: 3 },
              { label: "From", wide: 0.7 },
              { label: "To", wide: 0.7 },
              { label: "Settled", wide: 0.8 },
              { label: "Why", wide: 3 },
            ],
            rows: apart.map(({ candidate, criterion, lowest, highest, settled, note }) => [
              `${titleIn(record, candidate)}: ${nameOf(criterion)}`,
              String(lowest),
              String(highest),
              settled === null ? "open" : String(settled),
              note || "–",
            ]),
          },
        ]),
  ];
}

function rounds({ record }: Decision): Block[] {
  if (record.rounds.length === 0) return [];
  return [
    heading(2, "Left out in rounds"),
    {
      kind: "list",
      numbered: true,
      items: record.rounds.map(({ criterion, dropped, reason }) => {
        const name = record.criteria.find(({ id }) => id === criterion)?.name ?? "a criterion";
        return `By ${name}, left out: ${dropped.map((one) => titleIn(record, one)).join(", ")}. ${reason}`;
      }),
    },
  ];
}

function figures({ record }: Decision): Block[] {
  return [
    heading(2, "The figures it stands on"),
    paragraph(`${countiesWords(record)}. ${questionWords(record)}.`),
    {
      kind: "table",
      caption: "Jobs and change",
      columns: [
        { label: "Industry", wide: 2.2 },
        { label: "Jobs at first", numeric: true },
        { label: "Jobs at the end", numeric: true },
        { label: "Change", numeric: true },
        { label: "In percent", numeric: true },
        { label: "Places of work", numeric: true },
      ],
      rows: [...record.rows, record.totals.all].map((row) => [
        row.title,
        figureWords(row.jobs0, whole),
        figureWords(row.jobs1, whole),
        figureWords(row.change, signedWhole),
        figureWords(row.percent, signedPercentage),
        whole(row.establishments1),
      ]),
    },
    {
      kind: "table",
      caption: "Concentration, competitiveness and pay",
      columns: [
        { label: "Industry", wide: 2.2 },
        { label: "Quotient at first", numeric: true },
        { label: "At the end", numeric: true },
        { label: "Competitive effect", numeric: true },
        { label: "Pay to average", numeric: true },
        { label: "Counties withheld", numeric: true },
      ],
      rows: record.rows.map((row) => [
        row.title,
        figureWords(row.lq0, quotient),
        figureWords(row.lq1, quotient),
        figureWords(row.competitiveEffect, signedWhole),
        figureText("payRatio", row),
        `${row.withheldCounties} of ${row.counties}`,
      ]),
    },
  ];
}

function sources({ record }: Decision): Block[] {
  return [
    heading(2, "Where the figures come from"),
    ...provenanceWords(record).map(small),
    ...record.notes.map(({ words }) => small(words)),
    small(
      "What is withheld is never counted as zero: “at least” and “between” say what is sure. Location quotients are reckoned as BLS publishes them, with the totals of all ownerships.",
    ),
  ];
}
