import type { Ctx } from "#platform/context.ts";
import { PHASES } from "../phases.ts";
import type { Stage } from "../stages.ts";
import type { PartnershipFace } from "./face.ts";
import { type ListedPartnership, partnershipsByIds } from "./listing.ts";
import { type Traits, traitsOfAll } from "./traits.ts";

/** In what another partnership is like this one; each part is something that both share. */
export interface Alike {
  partnership: ListedPartnership;
  /** Ids. */
  sectors: string[];
  stage: "same" | "phase" | undefined;
  setting: boolean;
  /** About as many counties. */
  size: boolean;
  themes: string[];
  /** Nothing else but the state is shared. */
  state: boolean;
}

const MOST = 4;

/** What a shared sector counts, and the most that can be scored without one: themes, state, stage, setting and size. */
const SAME_SECTOR = 8;
const MOST_WITHOUT_SECTOR = 4 + 1 + 4 + 2 + 2;

/**
 * Peers: those of the same sector first, and among them those in the same phase, of the same setting and size, with
 * the same work on their table. A closed one comes after those that can still be asked. One query, and one more after
 * a change.
 */
export async function partnershipsLike(ctx: Ctx, face: PartnershipFace): Promise<Alike[]> {
  const { content, stage } = face;
  const themes = [
    ...new Set(
      content.priorities
        .filter(({ state, theme }) => state !== "set-aside" && theme !== "other")
        .map(({ theme }) => theme),
    ),
  ];
  const settings = content.setting ? [...new Set([content.setting, "both"])] : [];
  const near = sizesLike(content);
  const sameSize = ({ counties }: Traits) =>
    counties !== null && counties >= near.from && counties <= near.to;
  const score = (other: Traits) => {
    if (other.id === face.id) return Number.NEGATIVE_INFINITY;
    const shared =
      (shareOne(other.sectors, content.sectors) ? SAME_SECTOR : 0) +
      Math.min(4, 2 * other.themes.filter((theme) => themes.includes(theme)).length) +
      (shareOne(other.states, content.states) ? 1 : 0);
    if (shared === 0) return Number.NEGATIVE_INFINITY;
    return (
      shared +
      { same: 4, phase: 3, different: 0 }[stageShared(other.stage, stage) ?? "different"] +
      (other.setting !== null && settings.includes(other.setting) ? 2 : 0) +
      (sameSize(other) ? 2 : 0) -
      (other.stage === "closed" ? 20 : 0)
    );
  };
  const { all, bySector } = await traitsOfAll(ctx);
  const places = new Set(content.sectors.flatMap((sector) => bySector.get(sector) ?? []));
  const ofSector = highest(
    [...places].sort((a, b) => a - b).map((place) => all[place]!),
    score,
    MOST,
  );
  // Where the sector alone fills the places with what no other can reach, thousands need no closer look.
  const settled = (ofSector[MOST - 1]?.scored ?? 0) > MOST_WITHOUT_SECTOR;
  const best = (settled ? ofSector : highest(all, score, MOST)).map(({ one }) => one);
  const cards = await partnershipsByIds(
    ctx,
    best.map(({ id }) => id),
  );
  return best.flatMap((other) => {
    const partnership = cards.find((card) => card.id === other.id);
    if (!partnership) return [];
    const sectors = partnership.sectors.filter((sector) => content.sectors.includes(sector));
    const shared = partnership.themes.filter((theme) => themes.includes(theme));
    return [
      {
        partnership,
        sectors,
        themes: shared,
        stage: stageShared(partnership.stage, stage),
        setting: partnership.setting !== null && settings.includes(partnership.setting),
        size: sameSize(other),
        state:
          sectors.length === 0 &&
          shared.length === 0 &&
          partnership.states.some((code) => content.states.includes(code)),
      } satisfies Alike,
    ];
  });
}

/** The few that score highest, of equals those that come first; who scores nothing at all is not among them. */
function highest<T>(
  all: readonly T[],
  score: (one: T) => number,
  most: number,
): { one: T; scored: number }[] {
  const best: { one: T; scored: number }[] = [];
  for (const one of all) {
    const scored = score(one);
    if (scored === Number.NEGATIVE_INFINITY) continue;
    if (best.length === most && scored <= best[most - 1]!.scored) continue;
    const place = best.findIndex((other) => other.scored < scored);
    best.splice(place < 0 ? best.length : place, 0, { one, scored });
    best.length = Math.min(best.length, most);
  }
  return best;
}

/** Asked of hundreds for each page, so it makes nothing. */
function shareOne(some: readonly string[], others: readonly string[]): boolean {
  for (const one of some) if (others.includes(one)) return true;
  return false;
}

function stageShared(theirs: Stage, ours: Stage): Alike["stage"] {
  if (theirs === "unknown") return undefined;
  if (theirs === ours) return "same";
  return PHASES[theirs] !== undefined && PHASES[theirs] === PHASES[ours] ? "phase" : undefined;
}

/** Two counties and three are much the same; nothing is like what nobody has told exactly. */
function sizesLike({ counties, countiesKnown }: PartnershipFace["content"]): { from: number; to: number } {
  const many = counties.length;
  if (countiesKnown !== "exact" || many === 0) return { from: 1, to: 0 };
  return {
    from: Math.max(1, Math.min(many - 1, Math.round(many * 0.6))),
    to: Math.max(many + 1, Math.round(many * 1.6)),
  };
}
