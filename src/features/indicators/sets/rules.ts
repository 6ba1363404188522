import type { Indicator, SetContent } from "../content.ts";

/** What of an indicator somebody answers; its next steps and its source may change without changing the question. */
function asked({ title, question, levels }: Indicator, levelNames: readonly string[]): string {
  return JSON.stringify([title, question, levels.map(({ looks }) => looks), levelNames]);
}

/** How an indicator of a draft stands to the one that is asked today. */
export type Difference = "new" | "same" | "mended" | "reworded";

export function differenceOf(
  indicator: Indicator,
  draft: SetContent,
  current: SetContent | undefined,
): Difference {
  const before = current?.indicators.find(({ id }) => id === indicator.id);
  if (!current || !before) return "new";
  if (asked(indicator, draft.levelNames) === asked(before, current.levelNames)) return "same";
  return indicator.sameMeaning ? "mended" : "reworded";
}

/**
 * The content as it is published: an indicator whose words are new gets this version as its wording; one that is the
 * same, or that an editor vouches means the same, keeps the wording it had, so that answers stay comparable.
 */
export function withWordings(
  draft: SetContent,
  current: SetContent | undefined,
  version: number,
): SetContent {
  const indicators = draft.indicators.map((indicator) => {
    const difference = differenceOf(indicator, draft, current);
    const before = current?.indicators.find(({ id }) => id === indicator.id);
    const keeps = difference === "same" || difference === "mended";
    return { ...indicator, sameMeaning: false, wording: keeps && before ? before.wording : version };
  });
  return { ...draft, indicators };
}
