import { DataTable } from "#ui/data-table.tsx";
import type { GuestCounts, SideCounts } from "../guests/queries.ts";
import { ratioWords } from "./count-words.ts";

const ROWS: readonly (readonly [keyof SideCounts, string])[] = [
  ["asked", "Asked"],
  ["yes", "Come"],
  ["maybe", "Maybe"],
  ["no", "Cannot come"],
  ["open", "Invited, no answer yet"],
  ["waiting", "Still to be invited"],
];
const ROWS_AFTER: typeof ROWS = [
  ["came", "Came"],
  ["first", "Came for the first time"],
  ["asked", "Had been asked"],
  ["yes", "Had said yes"],
  ["no", "Had said no"],
  ["open", "Never answered"],
];

/** Business beside public, from asked to came: the first thing a convener looks at. */
export function Sides({ counts, after }: { counts: GuestCounts; after: boolean }) {
  const { business, public: others } = counts;
  const ratio = after ? ratioWords(business.came, others.came) : ratioWords(business.yes, others.yes);
  return (
    <div class="sides">
      <DataTable
        caption={after ? "Who came, by side" : "Who is asked and who comes, by side"}
        hideCaption
        rows={[...(after ? ROWS_AFTER : ROWS)]}
        columns={[
          { label: "People", heads: true, cell: ([, words]) => words },
          { label: "Business", numeric: true, cell: ([key]) => business[key] },
          { label: "Support partners", numeric: true, cell: ([key]) => others[key] },
        ]}
      />
      {ratio && (
        <p class="ratio">
          Business to support partners: <strong>{ratio}</strong>
          {after ? " among those who came." : " among those who said yes."}
        </p>
      )}
    </div>
  );
}
