import { longDate } from "#ui/dates.tsx";
import { criterionWords } from "../criterion-words.ts";
import type { Decision } from "./queries.ts";
import { titleIn, type Voice } from "./record.ts";
import { countiesWords, nextWords, questionWords, voiceText } from "./words.ts";

/** One thing that two versions say, side by side. */
export interface Compared {
  label: string;
  before: string;
  after: string;
}

type Told = { decision: Decision; voices: readonly Voice[] };

/** What two versions of a decision say otherwise; what they say alike is left out. */
export function compareDecisions(before: Told, after: Told): Compared[] {
  const [one, other] = [told(before), told(after)];
  return one.flatMap(({ label, words }, index) => {
    const now = other[index]?.words ?? "";
    return words === now ? [] : [{ label, before: words || "–", after: now || "–" }];
  });
}

function told({ decision, voices }: Told): { label: string; words: string }[] {
  const { record } = decision;
  const agreed = voices.filter(({ agrees }) => agrees);
  const others = voices.filter(({ agrees }) => !agrees);
  return [
    { label: "First", words: titleIn(record, record.first) },
    { label: "Next", words: nextWords(record) },
    { label: "Why", words: record.why },
    { label: "Counties", words: countiesWords(record) },
    { label: "Figures", words: questionWords(record) },
    { label: "Candidates", words: record.rows.map(({ title }) => title).join(", ") },
    {
      label: "What counted",
      words: record.criteria
        .filter(({ weight }) => weight > 0)
        .map(criterionWords)
        .join("; "),
    },
    {
      label: "Order by scores",
      words: record.ranking.map(({ key }) => titleIn(record, key)).join(", "),
    },
    { label: "Agreed", words: agreed.map(voiceText).join("; ") },
    { label: "Sees it otherwise", words: others.map(voiceText).join("; ") },
    { label: "Launch promised for", words: record.launchOn ? longDate(record.launchOn) : "" },
  ];
}
