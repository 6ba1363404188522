import { DataTable } from "#ui/data-table.tsx";
import type { GuestCounts, SideCounts } from "../guests/queries.ts";
import { ratioWords } from "./count-words.ts";

interface Row {
  words: string;
  counts: SideCounts;
}

/** Business beside public, from asked to came: the first thing a convener looks at. */
export function Sides({ counts, after }: { counts: GuestCounts; after: boolean }) {
  const rows: Row[] = [
    { words: "Business", counts: counts.business },
    { words: "Support partners", counts: counts.public },
  ];
  const coming = ratioWords(counts.business.yes, counts.public.yes);
  const came = ratioWords(counts.business.came, counts.public.came);
  const ratio = after ? came : coming;
  return (
    <>
      <DataTable
        caption={after ? "Guests by side: asked, answered, came" : "Guests by side: asked and answered"}
        hideCaption
        rows={rows}
        columns={[
          { label: "Side", heads: true, cell: ({ words }) => words },
          { label: "Asked", numeric: true, cell: (row) => row.counts.asked },
          { label: "Come", numeric: true, cell: (row) => row.counts.yes },
          { label: "Maybe", numeric: true, cell: (row) => row.counts.maybe },
          { label: "Cannot", numeric: true, cell: (row) => row.counts.no },
          { label: "No answer", numeric: true, cell: (row) => row.counts.open },
          ...(after
            ? [
                { label: "Came", numeric: true, cell: (row: Row) => <strong>{row.counts.came}</strong> },
                { label: "New", numeric: true, cell: (row: Row) => row.counts.first },
              ]
            : []),
        ]}
      />
      {ratio && (
        <p class="ratio">
          Business to support partners: <strong>{ratio}</strong>
          {after ? " among those who came." : " among those who said yes."}
        </p>
      )}
    </>
  );
}
