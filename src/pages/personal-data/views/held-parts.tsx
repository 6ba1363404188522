import { DataTable } from "#ui/data-table.tsx";
import { Fold } from "#ui/fold.tsx";
import type { HeldPart } from "../holding.ts";

const LONGEST = 300;
const MOST_RECORDS = 50;

/** What is held, heading by heading; the copy to take along holds it whole. */
export function HeldParts({ parts }: { parts: readonly HeldPart[] }) {
  return (
    <>
      {parts.map(({ heading, records }) => (
        <Fold title={`${heading} (${records.length})`}>
          {records.slice(0, MOST_RECORDS).map((record, index) => (
            <DataTable
              caption={records.length === 1 ? heading : `${heading}, ${index + 1} of ${records.length}`}
              stacks
              rows={Object.entries(record).filter(([, value]) => value !== null && value !== "")}
              columns={[
                { label: "What", heads: true, cell: ([name]) => wordsOf(name) },
                { label: "Held", cell: ([, value]) => shortened(value) },
              ]}
            />
          ))}
          {records.length > MOST_RECORDS && <p>The copy holds {records.length - MOST_RECORDS} more.</p>}
        </Fold>
      ))}
    </>
  );
}

/** `lastSeenAt` and `last_seen_at` → "Last seen at". */
function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shortened(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
