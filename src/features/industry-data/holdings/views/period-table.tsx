import { DataTable } from "#ui/data-table.tsx";
import type { Holdings } from "../holdings.ts";
import { BASE_KINDS, dayInWords, periodTitle } from "../in-words.ts";

const count = (number: number) => number.toLocaleString("en-US");

/** Every period that is held, in a line. */
export function PeriodTable({ periods }: { periods: Holdings["periods"] }) {
  return (
    <DataTable
      caption="Periods that are held"
      hideCaption
      stacks
      rows={[...periods].reverse()}
      columns={[
        {
          label: "Period",
          heads: true,
          cell: ({ period }) => <a href={`/industry/data#${period}`}>{periodTitle(period)}</a>,
        },
        { label: "Counties", numeric: true, cell: ({ areas }) => count(areas.counties) },
        { label: "States", numeric: true, cell: ({ areas }) => count(areas.states) },
        { label: "The nation", cell: ({ base }) => BASE_KINDS[base.kind] },
        { label: "Industries", cell: ({ deepestDigits }) => `to ${deepestDigits} digits` },
        { label: "NAICS", cell: ({ naics }) => String(naics) },
        {
          label: "Withheld",
          numeric: true,
          cell: ({ withheld, rows }) => `${Math.round((100 * withheld) / Math.max(1, rows))}%`,
        },
        { label: "Imported", cell: ({ importedOn }) => dayInWords(importedOn) },
      ]}
    />
  );
}
