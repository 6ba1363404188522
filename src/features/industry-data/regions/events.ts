import type { EventWords } from "#platform/feature.ts";

const about = (words: string) => (told: Record<string, unknown>) =>
  `${words} “${typeof told.name === "string" ? told.name : "a region"}”`;

/** What becomes of regions, as the audit log tells it. */
export const regionEventWords: EventWords = {
  "region.named": about("named the region"),
  "region.changed": about("changed the region"),
  "region.reshaped": (told) =>
    `${about("gave other counties to the region")(told)}: shape ${told.shape ?? "?"}, ${told.counties ?? "some"} counties`,
  "region.removed": about("took away the region"),
  "region.member-left": about("left the team of the region"),
  "region.member-ended": about("ended somebody’s part in the team of the region"),
};
