import { longDate } from "#ui/dates.tsx";
import { type Level, levelName } from "../content.ts";
import { list } from "../evidence.ts";
import type { SettledAssessment } from "../queries.ts";
import type { IndicatorSet } from "../sets/queries.ts";

/** What the team settled on at one time for one indicator. */
export interface Point {
  heldOn: string;
  level: Level | null;
  /** The level's name as it was called then. */
  name: string;
}

/** One indicator over time. A new run begins where its words changed: over that border levels are not compared. */
export interface Series {
  id: string;
  title: string;
  runs: Point[][];
  /** Not part of the newest set any more. */
  past: boolean;
}

export interface Comparison {
  /** Oldest first. */
  dates: { id: string; heldOn: string; setVersion: number }[];
  series: Series[];
  sentence: string;
  /** Said where answers were given to different versions; empty where all are of one. */
  versions: string;
}

/** @param settled in any order */
export function compareOverTime(
  settled: readonly SettledAssessment[],
  sets: ReadonlyMap<number, IndicatorSet>,
): Comparison {
  const inOrder = [...settled].reverse().sort((a, b) => a.heldOn.localeCompare(b.heldOn));
  const newest = sets.get(inOrder.at(-1)?.setVersion ?? 0)?.content.indicators ?? [];
  const known = new Map(newest.map(({ id, title }) => [id, title]));
  for (const { setVersion } of [...inOrder].reverse())
    for (const { id, title } of sets.get(setVersion)?.content.indicators ?? [])
      if (!known.has(id)) known.set(id, title);
  const series = [...known].map(([id, title]) => ({
    id,
    title,
    runs: runsOf(id, inOrder, sets),
    past: !newest.some((one) => one.id === id),
  }));
  return {
    dates: inOrder.map(({ id, heldOn, setVersion }) => ({ id, heldOn, setVersion })),
    series,
    sentence: sentenceFor(inOrder, sets),
    versions: versionWords(inOrder, series),
  };
}

function runsOf(
  id: string,
  inOrder: readonly SettledAssessment[],
  sets: ReadonlyMap<number, IndicatorSet>,
): Point[][] {
  const runs: { wording: number; points: Point[] }[] = [];
  for (const { setVersion, results, heldOn } of inOrder) {
    const content = sets.get(setVersion)?.content;
    const asked = content?.indicators.find((one) => one.id === id);
    const result = results.find(({ indicator }) => indicator === id);
    if (!content || !asked || !result) continue;
    const point = { heldOn, level: result.level, name: levelName(content, result.level) };
    const last = runs.at(-1);
    if (last?.wording === asked.wording) last.points.push(point);
    else runs.push({ wording: asked.wording, points: [point] });
  }
  return runs.map(({ points }) => points);
}

export type Move = "up" | "down" | "same";

/**
 * How the later one moved against the earlier one, by indicator; only where both were asked in the same words and
 * both could say.
 */
export function movesBetween(
  earlier: SettledAssessment,
  later: SettledAssessment,
  sets: ReadonlyMap<number, IndicatorSet>,
): Map<string, { title: string; move: Move; from: Level; to: Level }> {
  const moves = new Map<string, { title: string; move: Move; from: Level; to: Level }>();
  const before = sets.get(earlier.setVersion)?.content.indicators ?? [];
  for (const { id, title, wording } of sets.get(later.setVersion)?.content.indicators ?? []) {
    const comparable = before.some((one) => one.id === id && one.wording === wording);
    const from = earlier.results.find(({ indicator }) => indicator === id)?.level;
    const to = later.results.find(({ indicator }) => indicator === id)?.level;
    if (!comparable || !from || !to) continue;
    moves.set(id, { title, from, to, move: to > from ? "up" : to < from ? "down" : "same" });
  }
  return moves;
}

function sentenceFor(inOrder: readonly SettledAssessment[], sets: ReadonlyMap<number, IndicatorSet>): string {
  const [earlier, later] = inOrder.slice(-2);
  if (!earlier || !later) return "";
  const since = `Since ${longDate(earlier.heldOn)}`;
  const moves = [...movesBetween(earlier, later, sets).values()];
  if (moves.length === 0) return `${since}, the words have changed so much that nothing can be compared.`;
  const named = (move: Move) => moves.filter((one) => one.move === move).map(({ title }) => `“${title}”`);
  const [up, down, same] = [named("up"), named("down"), named("same")];
  if (same.length === moves.length) return `${since}, everything that can be compared stayed where it was.`;
  const parts = [
    up.length > 0 ? `${list(up)} moved up` : "",
    down.length > 0 ? `${list(down)} moved down` : "",
    same.length > 0 ? `${list(same)} stayed` : "",
  ];
  return `${since}: ${parts.filter(Boolean).join("; ")}.`;
}

function versionWords(inOrder: readonly SettledAssessment[], series: readonly Series[]): string {
  const versions = [...new Set(inOrder.map(({ setVersion }) => setVersion))];
  if (versions.length < 2) return "";
  const broken = series.filter(({ runs }) => runs.length > 1).map(({ title }) => `“${title}”`);
  const answered = `These answers were given to versions ${list(versions.map(String))} of the indicators.`;
  return broken.length === 0
    ? `${answered} Their words mean the same, so they can be compared.`
    : `${answered} The words of ${list(broken)} changed in between: there the line is cut, and levels before and after it are not compared.`;
}
