import type { GuestCounts } from "../guests/queries.ts";
import type { Priority } from "../launch-room/priorities.ts";
import { ratioWords, sidesWords } from "../views/count-words.ts";

/** What the notes begin with: attendance as counted, priorities as voted, and headings for what people fill in. */
export function notesTemplate({
  counts,
  priorities = [],
}: {
  counts: GuestCounts;
  /** From the most votes. */
  priorities?: readonly Pick<Priority, "title" | "votes" | "signUps">[];
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
    "## What matters most",
    priorities.map((priority, index) => `${index + 1}. ${priorityWords(priority)}`).join("\n"),
    "## What we decided",
    "",
    "## Who does what by when",
    "",
    "## When we meet again",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** "Night shifts (12 votes), led by Ann Lee of Lee Clinic": nothing that was typed becomes a mark. */
function priorityWords({ title, votes, signUps }: Pick<Priority, "title" | "votes" | "signUps">): string {
  const leads = signUps
    .filter(({ role }) => role === "champion")
    .map(({ name, company }) => (company ? `${name} of ${company}` : name));
  const words = `${title} (${votes === 1 ? "one vote" : `${votes} votes`})${leads.length > 0 ? `, led by ${leads.join(" and ")}` : ""}`;
  return words.replace(/[\\`*_{}[\]()#+!|<>~-]/g, "\\$&");
}
