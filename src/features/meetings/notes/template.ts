import type { GuestCounts } from "../guests/queries.ts";
import { ratioWords, sidesWords } from "../views/count-words.ts";

/** What the notes begin with: attendance as counted, priorities as voted, and headings for what people fill in. */
export function notesTemplate({
  counts,
  priorities = [],
}: {
  counts: GuestCounts;
  /** In order of votes, in restricted Markdown already escaped. */
  priorities?: readonly string[];
}): string {
  const { business, public: others } = counts;
  const ratio = ratioWords(business.came, others.came);
  const first = business.first + others.first;
  const attendance = [
    `${sidesWords(business.came, others.came)}${ratio ? ` (${ratio})` : ""}.`,
    first > 0 && `${first === 1 ? "One of us was" : `${first} of us were`} there for the first time.`,
  ]
    .filter(Boolean)
    .join(" ");
  return [
    "## Who was there",
    attendance,
    "## Priorities",
    priorities.length > 0
      ? priorities.map((priority, index) => `${index + 1}. ${priority}`).join("\n")
      : "1. \n2. \n3. ",
    "## Decisions",
    "- ",
    "## Who does what by when",
    "- ",
    "## When we meet again",
    "",
  ].join("\n\n");
}
