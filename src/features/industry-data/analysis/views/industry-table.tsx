import { Chip, type Hue } from "#ui/chip.tsx";
import { type Column, DataTable } from "#ui/data-table.tsx";
import type { IconName } from "#ui/icons.ts";
import type { IndustryRow } from "../answer.ts";
import {
  dollars,
  NO_FIGURE,
  percentage,
  quotient,
  ratio,
  signedPercentage,
  signedQuotient,
  signedWhole,
  whole,
} from "../figure-words.ts";
import type { AnalysisQuestion } from "../question.ts";
import { periodWords } from "../question.ts";
import { Figure } from "./figure.tsx";

type Columns = Column<IndustryRow>[];

const name: Column<IndustryRow> = {
  label: "Industry",
  heads: true,
  cell: ({ title, industry, look, broken }) => (
    <>
      {look ? <Chip hue={look.hue as Hue} icon={look.icon as IconName} label={title} /> : title}
      {!look && <span class="small quiet-text"> {industry}</span>}
      {broken && <span class="small quiet-text industry-note">{broken}</span>}
    </>
  ),
};

const hidden: Column<IndustryRow> = {
  label: "Counties withheld",
  numeric: true,
  cell: ({ withheldCounties, counties }) =>
    withheldCounties === 0 ? "none" : `${withheldCounties} of ${counties}`,
};

/** Size, concentration and pay: what a first look at a region's industries needs. */
export function IndustryTable({ rows, question }: { rows: IndustryRow[]; question: AnalysisQuestion }) {
  const { from, to } = question;
  const columns: Columns = [
    name,
    { label: `Jobs ${to}`, numeric: true, cell: ({ jobs1 }) => <Figure figure={jobs1} format={whole} /> },
    {
      label: "Share of all jobs",
      numeric: true,
      cell: ({ share1 }) => <Figure figure={share1} format={percentage} />,
    },
    {
      label: `Change since ${from}`,
      numeric: true,
      cell: ({ change }) => <Figure figure={change} format={signedWhole} />,
    },
    { label: "In percent", numeric: true, cell: (row) => <Growth row={row} /> },
    {
      label: "Location quotient",
      numeric: true,
      cell: ({ lq1 }) => <Figure figure={lq1} format={quotient} />,
    },
    {
      label: "Its change",
      numeric: true,
      cell: ({ lqChange }) => <Figure figure={lqChange} format={signedQuotient} widest={2} />,
    },
    {
      label: "Average pay",
      numeric: true,
      cell: ({ averagePay1, payIsPartial }) =>
        averagePay1 === null ? NO_FIGURE : `${dollars(averagePay1)}${payIsPartial ? "\u00a0p" : ""}`,
    },
    {
      label: "To all jobs’ pay",
      numeric: true,
      cell: ({ payRatio1 }) => (payRatio1 === null ? NO_FIGURE : ratio(payRatio1)),
    },
    { label: "Establishments", numeric: true, cell: ({ establishments1 }) => whole(establishments1) },
    {
      label: "Jobs to each",
      numeric: true,
      cell: ({ averageSize1 }) => <Figure figure={averageSize1} format={whole} />,
    },
    hidden,
  ];
  return (
    <DataTable
      caption={`Industries in ${periodWords(to)}, and since ${periodWords(from)}`}
      rows={rows}
      columns={columns}
    />
  );
}

function Growth({ row }: { row: IndustryRow }) {
  if (row.jobs0.value === 0 && row.jobs1.value !== null && row.jobs1.value > 0) return <>new</>;
  return <Figure figure={row.percent} format={signedPercentage} widest={1} />;
}

/** Why jobs came or went: the three parts of each industry's change. */
export function ShiftShareTable({ rows, total }: { rows: IndustryRow[]; total: IndustryRow }) {
  const columns: Columns = [
    name,
    { label: "Change", numeric: true, cell: ({ change }) => <Figure figure={change} format={signedWhole} /> },
    {
      label: "National growth",
      numeric: true,
      cell: (row) => <Figure figure={row.nationalGrowth} format={signedWhole} />,
    },
    {
      label: "Industry mix",
      numeric: true,
      cell: (row) => <Figure figure={row.industryMix} format={signedWhole} />,
    },
    {
      label: "Expected change",
      numeric: true,
      cell: (row) => <Figure figure={row.expectedChange} format={signedWhole} />,
    },
    {
      label: "Competitive effect",
      numeric: true,
      cell: (row) => <Figure figure={row.competitiveEffect} format={signedWhole} />,
    },
    hidden,
  ];
  return (
    <DataTable
      caption={`Shift-share: ${total.title} and each industry, in jobs`}
      rows={rows}
      columns={columns}
    />
  );
}
