import type { EventWords } from "#platform/feature.ts";

const choice = (words: string) => () => words;

/** What becomes of choices and decisions, as the audit log tells it: without names, scores and words. */
export const choiceEventWords: EventWords = {
  "sector-choice.opened": choice("began to choose a region’s sector"),
  "sector-choice.changed": choice("changed the question, the candidates or the weights of a region’s choice"),
  "sector-choice.dropped": choice("took away a region’s choice that was open"),
  "sector-choice.scorer-invited": choice("asked somebody to score a region’s industries"),
  "sector-choice.invitation-withdrawn": choice("took back an invitation to score a region’s industries"),
  "sector-choice.link-renewed": choice("made a link for scoring a region’s industries a new one"),
  "sector-choice.scored": choice("scored a region’s industries"),
  "sector-choice.rescored": choice("changed own scores of a region’s industries"),
  "sector-choice.settled": choice("wrote down what a team settled on about its region’s industries"),
  "sector-choice.round-held": choice("left candidates out of a region’s choice in a round"),
  "sector-choice.round-undone": choice("took a round of a region’s choice back"),
  "sector-decision.made": ({ number }) =>
    `kept a region’s decision on its sector${typeof number === "number" && number > 1 ? `, version ${number}` : ""}`,
  "sector-decision.reopened": choice("took a region’s decision on its sector up again"),
  "sector-decision.shared": ({ shown }) =>
    `showed a region’s decision on its sector to ${SHOWN[String(shown)] ?? "others"}`,
  "sector-decision.facts-changed": choice("changed the words on a region’s sheet of facts"),
};

const SHOWN: Record<string, string> = {
  team: "its team alone",
  state: "its state’s lead",
  everyone: "everyone",
};
