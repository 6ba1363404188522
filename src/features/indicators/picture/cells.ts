import type { CountedGroup } from "../tables.ts";

/** Nobody is shown among fewer than this, and nothing that can be worked out is about fewer. */
export const LEAST = 5;

type Members = readonly string[];

/**
 * What stands in the same of these groups and outside of the same: whoever knows the sums of all groups can at best
 * work out the sum of a whole cell.
 */
export function cellsOf(groups: readonly Members[]): string[][] {
  const marks = new Map<string, string>();
  for (const [index, members] of groups.entries())
    for (const one of members) marks.set(one, `${marks.get(one) ?? ""} ${index}`);
  const cells = new Map<string, string[]>();
  for (const [one, mark] of marks) cells.set(mark, [...(cells.get(mark) ?? []), one]);
  return [...cells.values()];
}

const allLarge = (groups: readonly Members[]): boolean =>
  cellsOf(groups).every(({ length }) => length >= LEAST);
const isFew = ({ length }: { length: number }): boolean => length > 0 && length < LEAST;

/** Whose answer it is that is counted. */
interface Item {
  id: string;
  partnership: string;
}

/**
 * Who is counted in the next picture. It differs from the one before by nobody or by at least five who came and at
 * least five who left, or a reader who kept the picture of yesterday would see the answer of whoever came since. So
 * who is new waits until there are five of them, and who left, or answered anew, stays until there are.
 *
 * @param before who is counted in the picture that readers see
 * @param standing who should be counted now, each partnership once
 */
export function nextCounted<T extends Item>(before: readonly T[], standing: readonly T[]): T[] {
  const ids = (items: readonly Item[]) => new Set(items.map(({ id }) => id));
  const [wasIn, isIn] = [ids(before), ids(standing)];
  let leaving = before.filter(({ id }) => !isIn.has(id));
  let staying = before.filter(({ id }) => isIn.has(id));
  if (isFew(leaving)) [leaving, staying] = [[], [...before]];
  // The few who would remain are let go with the others; they wait to come back together with new ones.
  else if (leaving.length > 0 && isFew(staying)) staying = [];
  const countedAnyway = new Set(staying.map(({ partnership }) => partnership));
  const entering = standing.filter(
    ({ id, partnership }) => !wasIn.has(id) && !countedAnyway.has(partnership),
  );
  return isFew(entering) ? staying : [...staying, ...entering];
}

/**
 * Which groups may be shown beside the sum of all: from any two or more of them, added and subtracted, nothing can be
 * worked out about fewer than five; nor from a group and the same group as it was shown last.
 *
 * @param all the members of the picture
 * @param wanted groups that readers would like, the most useful first
 * @param last each group as it was shown last
 */
export function groupsToShow(
  all: Members,
  wanted: readonly { key: string; members: Members }[],
  last: readonly CountedGroup[],
): CountedGroup[] {
  const shown: Members[] = [all];
  const lastByKey = new Map(last.map(({ key, members }) => [key, members]));
  const groups: CountedGroup[] = [];
  for (const { key, members } of wanted) {
    const before = lastByKey.get(key);
    lastByKey.delete(key);
    const safe =
      members.length >= LEAST &&
      allLarge([...shown, members]) &&
      (before === undefined || allLarge([before, members]));
    if (safe) {
      shown.push(members);
      groups.push({ key, members: [...members], shown: true });
    } else if (before) groups.push({ key, members: [...before], shown: false });
  }
  for (const [key, members] of lastByKey) groups.push({ key, members: [...members], shown: false });
  return groups;
}
