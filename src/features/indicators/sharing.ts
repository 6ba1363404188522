import type { Ctx } from "#platform/context.ts";
import { indicatorsPath } from "./assessing/door.ts";
import type { Level } from "./content.ts";
import { levelName } from "./content.ts";
import { newestShared, type SettledAssessment, whoSharesWithAll } from "./queries.ts";
import { setsByVersion } from "./sets/queries.ts";
import type { SharedWith } from "./tables.ts";

/** What a team settled on and shares, without anybody's name. */
export interface SharedAssessment {
  id: string;
  /** The partnership's id. */
  partnership: string;
  /** `2026-05-04` */
  heldOn: string;
  setVersion: number;
  sharedWith: SharedWith;
  /** In the order of the set; `level` is null where the team could not say. */
  levels: { indicator: string; title: string; level: Level | null; levelName: string }[];
}

/** The newest that a partnership shares with everyone. No query where it shares none, three where it does. */
export async function publicAssessment(
  ctx: Ctx,
  partnershipId: string,
): Promise<SharedAssessment | undefined> {
  if (!(await whoSharesWithAll(ctx)).has(partnershipId)) return undefined;
  return (await shared(ctx, await newestShared(ctx, [partnershipId], ["public"])))[0];
}

/**
 * Of each of these partnerships the newest that it shares with its state's lead or with everyone. Three queries,
 * whatever the number. Whether the reader leads that state is the caller's to know.
 */
export async function assessmentsSharedWithState(
  ctx: Ctx,
  partnershipIds: readonly string[],
): Promise<SharedAssessment[]> {
  return shared(ctx, await newestShared(ctx, partnershipIds, ["state", "public"]));
}

async function shared(ctx: Ctx, assessments: readonly SettledAssessment[]): Promise<SharedAssessment[]> {
  const sets = await setsByVersion(
    ctx,
    assessments.map(({ setVersion }) => setVersion),
  );
  return assessments.map(({ id, partnership, heldOn, setVersion, sharedWith, results }) => {
    const content = sets.get(setVersion)?.content;
    return {
      id,
      partnership,
      heldOn,
      setVersion,
      sharedWith,
      levels: (content?.indicators ?? []).flatMap((indicator) => {
        const result = results.find((one) => one.indicator === indicator.id);
        if (!content || !result) return [];
        const { level } = result;
        return [
          { indicator: indicator.id, title: indicator.title, level, levelName: levelName(content, level) },
        ];
      }),
    };
  });
}

/** What a team settled on once, readable as far as it is shared. */
export function reportPath(slug: string, assessmentId: string): string {
  return indicatorsPath(slug, assessmentId, "report");
}
