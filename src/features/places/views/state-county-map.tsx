import type { Hue } from "#ui/chip.tsx";
import { presentCounties } from "../counties/counties.ts";
import { type CountyMap, countyMap } from "../counties/county-map.ts";
import { countyListWords } from "../counties/words.ts";
import type { Point } from "../simplify.ts";
import { stateByCode } from "../states.ts";

/** Counties that belong together, such as a partnership's. */
export type CountyGroup = {
  name: string;
  href: string;
  /** FIPS codes; those of other states are told in words and not drawn. */
  counties: readonly string[];
  hue?: Hue;
};

export type StateCountyMapProps = {
  /** A state's code: "ne". */
  state: string;
  /** Numbered on the map in this order; the caller's list says the same in words, with the same numbers. */
  groups: readonly CountyGroup[];
  /** Says what the map shows: "Partnerships in Nebraska". */
  title: string;
};

/**
 * A state's counties, each group of them a link from its shape and, for the keyboard, from its numbered mark. Where
 * groups share a county it is hatched, and each group's own edge is drawn over it.
 */
export function StateCountyMap({ state, groups, title }: StateCountyMapProps) {
  const map = countyMap([state]);
  const drawn = placed(map, groups);
  const shared = sharedBy(drawn.map(({ group }) => group));
  const hatch = `hatch-${state}`;
  return (
    <figure class="map county-map" aria-label={title}>
      <svg viewBox={map.viewBox}>
        <defs>
          <Hatch id={hatch} />
          {drawn.map(({ number, path }) => (
            <path id={`group-${state}-${number}`} d={path} />
          ))}
        </defs>
        <path class="map-land" d={map.ground} />
        {byExtent(drawn).map(({ group, number }) => (
          <Land group={group} shape={`#group-${state}-${number}`} />
        ))}
        {shared.length > 0 && <path class="map-shared" fill={`url(#${hatch})`} d={map.around(shared)} />}
        <path class="map-lines" d={map.lines} />
        {drawn.map(({ group, number, mark: [x, y] }) => (
          <a href={group.href} aria-label={`${number}. ${group.name}: ${countyListWords(group.counties)}`}>
            <use class={`map-edge hue-${group.hue ?? "cross"}`} href={`#group-${state}-${number}`} />
            <circle class="map-mark" cx={x} cy={y} r="17" />
            <text class="map-number" x={x} y={y}>
              {number}
            </text>
          </a>
        ))}
      </svg>
      {(drawn.length > 0 || shared.length > 0) && (
        <figcaption class="map-key">
          {drawn.length > 0 && <span>The numbers are those of the list.</span>}
          {shared.length > 0 && (
            <span>
              <svg viewBox="0 0 40 40" aria-hidden="true">
                <path class="map-group hue-cross" d="M2 6h36v28H2z" />
                <path class="map-shared" fill={`url(#${hatch})`} d="M2 6h36v28H2z" />
              </svg>
              Shared by more than one: {countyListWords(shared).replace(`, ${stateByCode(state)?.name}`, "")}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

/** A group's land, to be pressed. The mark's link says the same to the keyboard and to those who listen. */
function Land({ group, shape }: { group: CountyGroup; shape: string }) {
  const forThePointer = { tabindex: -1, "aria-hidden": "true" as const };
  return (
    <a href={group.href} {...forThePointer}>
      <use class={`map-group hue-${group.hue ?? "cross"}`} href={shape} />
    </a>
  );
}

/** Lines across land, or across what already has a color. `id` is unique on its page. */
export function Hatch({ id, on }: { id: string; on?: "land" }) {
  return (
    <pattern id={id} width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path class={on ? "map-hatch on-land" : "map-hatch"} d="M5 0v10" />
    </pattern>
  );
}

type Drawn = { group: CountyGroup; number: number; path: string; mark: Point };

/** How far two marks stand apart at least, in the map's units. */
const APART = 42;

function placed(map: CountyMap, groups: readonly CountyGroup[]): Drawn[] {
  const taken: Point[] = [];
  const inside = insideOf(map);
  return groups.flatMap((group, index) => {
    const middle = map.middle(group.counties);
    if (!middle) return [];
    const mark = besides(taken, middle, inside);
    taken.push(mark);
    return [{ group, number: index + 1, path: map.around(group.counties), mark }];
  });
}

/** The first free place around a point: two groups often have the same counties, and so the same middle. */
function besides(taken: Point[], [x, y]: Point, inside: (at: Point) => boolean): Point {
  for (let ring = 0; ring < 8; ring++) {
    const places = Math.max(1, ring * 6);
    for (let place = 0; place < places; place++) {
      const turn = (2 * Math.PI * place) / places;
      const at: Point = [
        Math.round(x + ring * APART * Math.cos(turn)),
        Math.round(y + ring * APART * Math.sin(turn)),
      ];
      if (ring > 0 && !inside(at)) continue;
      if (taken.every((other) => Math.hypot(other[0] - at[0], other[1] - at[1]) >= APART - 2)) return at;
    }
  }
  return [x, y];
}

/** Whether a mark at a point stands within the drawing as a whole. */
function insideOf({ viewBox }: CountyMap): (at: Point) => boolean {
  const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(" ").map(Number);
  const room = APART / 2;
  return ([x, y]) =>
    x >= left + room && x <= left + width - room && y >= top + room && y <= top + height - room;
}

/** The widest first, so that what lies within another can be pressed. */
function byExtent(drawn: Drawn[]): Drawn[] {
  return drawn.toSorted((a, b) => b.group.counties.length - a.group.counties.length);
}

function sharedBy(groups: CountyGroup[]): string[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const county of groups.flatMap(({ counties }) => presentCounties(counties))) {
    if (seen.has(county)) shared.add(county);
    seen.add(county);
  }
  return [...shared];
}
