import { joinProblems, type Problems, problem } from "#base/outcome.ts";
import { isBefore, type PartialDate } from "#base/partial-date.ts";
import { longDate } from "#ui/dates.tsx";
import type { PartnershipContent } from "../../content.ts";
import { milestoneOf, wrongOrder } from "../../rules.ts";
import { needsAWord, STAGE_WORDS, type Stage } from "../../stages.ts";
import { orderWords } from "../words.ts";
import type { StageCommand } from "./forms.ts";
import type { StageEntry } from "./queries.ts";

type Milestone = PartnershipContent["milestones"][number];

/** A stage corrected in its date, or the step to another one. */
export function stageProblems(
  command: StageCommand,
  given: { today: string; history: readonly StageEntry[]; milestones: readonly Milestone[]; id: string },
): Problems {
  const { from, to, since, word } = command;
  if (to === "unknown") return problem("to", "Choose the stage it is at now.").problems;
  if (!since) return problem("since", "Say since when, as far as it is known; a year is enough.").problems;
  return joinProblems(
    to === from && since === command.fromSince
      ? problem("to", `It is ${STAGE_WORDS[to].name.toLowerCase()} since then already.`).problems
      : undefined,
    (to === from || needsAWord(from, to)) && word === ""
      ? problem("word", wordAsked(from, to)).problems
      : undefined,
    isBefore(given.today, since)
      ? problem("since", "This is still to come. Change the stage when it has begun.").problems
      : dateProblem(command, since, given.history),
    orderProblem(command, since, given),
  );
}

function wordAsked(from: Stage, to: Stage): string {
  if (to === from) return "Say in a word why the date changes.";
  if (to === "paused") return "Say in a word why it rests; those who come back to it will be glad.";
  if (to === "closed") return "Say in a word how it ended and what stays.";
  return `From ${STAGE_WORDS[from].name.toLowerCase()} to ${STAGE_WORDS[to].name.toLowerCase()} is a step back. Say in a word why.`;
}

function dateProblem(
  { from, fromSince, to }: StageCommand,
  since: PartialDate,
  history: readonly StageEntry[],
) {
  const present = to !== from && fromSince ? { stage: from, since: fromSince } : undefined;
  const before = present ?? history.find((entry) => entry.since !== null && entry.stage !== from);
  if (!before?.since || !isBefore(since, before.since)) return undefined;
  return problem(
    "since",
    `It was ${STAGE_WORDS[before.stage].name.toLowerCase()} since ${longDate(before.since)}, and what came later cannot have begun before that.`,
  ).problems;
}

function orderProblem(
  { to, outOfOrder, word, ...rest }: StageCommand,
  since: PartialDate,
  given: { milestones: readonly Milestone[]; id: string },
) {
  const before = wrongOrder(given.milestones);
  const wrong = wrongOrder(withStageMilestone(given.milestones, { to, word, ...rest }, since, given.id));
  if (!wrong || (before && orderWords(before) === orderWords(wrong)) || (outOfOrder && word))
    return undefined;
  return problem(
    "since",
    `${orderWords(wrong)} Please look at the dates again. If it really was so, say why below and tick the box.`,
  ).problems;
}

/** A launch or relaunch leaves a milestone; one that is there already is not told twice, but its date is corrected. */
export function withStageMilestone(
  milestones: readonly Milestone[],
  command: Pick<StageCommand, "from" | "fromSince" | "to" | "word">,
  since: PartialDate,
  id: string,
): Milestone[] {
  const { from, fromSince, to, word } = command;
  const kind = milestoneOf(to);
  if (!kind) return [...milestones];
  if (to === from)
    return milestones.map((one) => (one.kind === kind && one.on === fromSince ? { ...one, on: since } : one));
  // Coming back from a step that was taken back, or from a pause that was none, is no second launch.
  if (kind === "launch" && milestones.some((one) => one.kind === "launch")) return [...milestones];
  if (milestones.some((one) => one.kind === kind && one.on === since)) return [...milestones];
  const title = kind === "launch" ? "The partnership launches" : "The partnership launches again";
  return [...milestones, { id, kind, title, on: since, note: word, source: "" }];
}
