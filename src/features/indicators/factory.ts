import type { Ctx } from "#platform/context.ts";
import { openAssessment } from "./assessing/opening.ts";
import { setTeamAnswer, settleAssessment } from "./assessing/settling.ts";
import type { Level, SetDraft } from "./content.ts";
import { publishFirstSet } from "./sets/actions.ts";
import { currentSet } from "./sets/queries.ts";
import type { SharedWith } from "./tables.ts";

/** A small set of indicators, for tests. */
export function setLike(ids: readonly string[] = ["region", "business-led"]): SetDraft {
  return {
    introduction: "Pick the level in which you recognize yourselves.",
    levelNames: ["Not yet", "Beginning", "Mostly there", "Second nature"],
    indicators: ids.map((id) => ({
      id,
      wording: 1,
      title: `The ${id}`,
      question: `How is the ${id}?`,
      levels: [1, 2, 3, 4].map((level) => ({ looks: `${id} looks ${level}.`, next: `${id} next ${level}.` })),
      evidence: ["champions" as const],
    })),
  };
}

export function publishSet(ctx: Ctx, content: SetDraft = setLike()): Promise<void> {
  return publishFirstSet(ctx, { name: "Signs", note: "", source: "", content });
}

/** A settled assessment with the same level for each indicator, or those given, for tests. */
export async function settledAt(
  ctx: Ctx,
  partnership: string,
  given: {
    heldOn?: string;
    level?: Level | null;
    levels?: Record<string, Level | null>;
    sharedWith?: SharedWith;
    inPicture?: boolean;
  } = {},
): Promise<string> {
  const { heldOn = "2026-05-01", level = 2, levels, sharedWith = "partnership", inPicture = false } = given;
  const set = await currentSet(ctx);
  const opened = await openAssessment(ctx, partnership, { heldOn, note: "" });
  if (!set || !opened.ok) throw new Error("There is no set of indicators to answer.");
  const answers = set.content.indicators.map(({ id }) => ({
    indicator: id,
    level: levels ? (levels[id] ?? null) : level,
    note: "",
  }));
  await setTeamAnswer(ctx, opened.value, { version: 1, answers });
  await settleAssessment(ctx, opened.value, { version: 2, sharedWith, inPicture });
  return opened.value;
}
