/** Words beside marks, none over another. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Marked {
  x: number;
  y: number;
  radius: number;
  /** What may be written, the fullest first: each with its lines and how wide they are. */
  writings: readonly Writing[];
  /** Words can be read on it, so that they may stand in its middle where there is no room beside it. */
  carriesWords?: boolean;
  /** Words stand above or below it, where there is no room at its sides. */
  isNarrow?: boolean;
}

export interface Writing {
  lines: readonly string[];
  width: number;
  /** Of one line. */
  lineHeight: number;
}

export interface PlacedLabel {
  /** Which of the marks. */
  index: number;
  lines: readonly string[];
  anchor: "start" | "middle" | "end";
  isInside: boolean;
  x: number;
  /** Baseline of the first line. */
  y: number;
  lineHeight: number;
  writing: number;
}

const GAP = 5;

/**
 * Finds room for each mark's words, in the order of `order`, who comes first choosing first. What finds none with its
 * first writing tries its next; what finds none at all is left out.
 */
export function placeLabels(
  marks: readonly Marked[],
  order: readonly number[],
  room: Box,
  taken: readonly Box[] = [],
): PlacedLabel[] {
  const boxes = [...taken];
  const placed: PlacedLabel[] = [];
  for (const index of order) {
    const mark = marks[index]!;
    const first = firstFree(mark, ({ box, isInside }) => isFree(box, index, marks, room, boxes, isInside));
    if (!first) continue;
    const { box, anchor, x, y, isInside, writing } = first;
    boxes.push(box);
    const { lines, lineHeight } = mark.writings[writing]!;
    placed.push({ index, lines, anchor, isInside, x, y, lineHeight, writing });
  }
  return placed;
}

function firstFree(mark: Marked, free: (spot: Spot) => boolean): (Spot & { writing: number }) | undefined {
  for (const [writing, words] of mark.writings.entries()) {
    const spot = spots(mark, words).find(free);
    if (spot) return { ...spot, writing };
  }
}

interface Spot {
  box: Box;
  anchor: PlacedLabel["anchor"];
  isInside: boolean;
  x: number;
  y: number;
}

function spots(
  { x, y, radius, carriesWords, isNarrow }: Marked,
  { lines, width, lineHeight }: Writing,
): Spot[] {
  const height = lines.length * lineHeight;
  const aside = radius * 0.75 + GAP;
  const at = (anchor: Spot["anchor"], edge: number, top: number): Spot => {
    const left = anchor === "start" ? edge : anchor === "end" ? edge - width : edge - width / 2;
    return {
      anchor,
      isInside: false,
      x: edge,
      y: top + lineHeight * 0.78,
      box: { left: left - 2, right: left + width + 2, top, bottom: top + height },
    };
  };
  const upright = [at("middle", x, y - radius - height - 1), at("middle", x, y + radius + 1)];
  const inside =
    carriesWords && Math.hypot(width, height) < 2 * radius - 4
      ? [{ ...at("middle", x, y - height / 2), isInside: true }]
      : [];
  if (isNarrow) return [...upright, ...inside];
  return [
    at("start", x + radius + GAP, y - height / 2),
    at("end", x - radius - GAP, y - height / 2),
    ...upright,
    at("start", x + aside, y - aside - height / 2),
    at("start", x + aside, y + aside - height / 2),
    at("end", x - aside, y - aside - height / 2),
    at("end", x - aside, y + aside - height / 2),
    ...inside,
  ];
}

/** Words within a mark lie above the larger ones beneath it. */
function isFree(
  box: Box,
  index: number,
  marks: readonly Marked[],
  room: Box,
  boxes: readonly Box[],
  isInside: boolean,
): boolean {
  if (box.left < room.left || box.right > room.right || box.top < room.top || box.bottom > room.bottom)
    return false;
  if (boxes.some((other) => overlap(box, other))) return false;
  const own = marks[index]!;
  return marks.every((mark) => mark === own || (isInside && mark.radius >= own.radius) || !covers(mark, box));
}

/** Whether a box lies on any of the marks. */
export function isOnAny(marks: readonly Pick<Marked, "x" | "y" | "radius">[], box: Box): boolean {
  return marks.some((mark) => covers(mark, box));
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function covers({ x, y, radius }: Pick<Marked, "x" | "y" | "radius">, box: Box): boolean {
  const nearX = Math.min(Math.max(x, box.left), box.right);
  const nearY = Math.min(Math.max(y, box.top), box.bottom);
  return Math.hypot(nearX - x, nearY - y) < radius;
}
