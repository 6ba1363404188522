import { nationalDrawing, stateOutline } from "../outlines.ts";
import { allStates, type State } from "../states.ts";

export type MapEntry = {
  /** A state's code: "pa". */
  code: string;
  /** How many there are; the mark grows with it. */
  count: number;
  /** The state's page. */
  href: string;
};

export type NationalMapProps = {
  /** The states that have something to show; the others are only ground. */
  entries: MapEntry[];
  /** What is counted, as [one, many]: ["happening", "happenings"]. */
  unit: [one: string, many: string];
  /** Says what the map shows: "Happenings by state". */
  title: string;
};

/**
 * The map alone, each state with something to show a link. The same links stand in words in `StateList`, which
 * belongs beside or beneath it: small states are hard to hit.
 */
export function NationalMap({ entries, unit, title }: NationalMapProps) {
  const { viewBox, states } = nationalDrawing();
  const shown = new Map(entries.map((entry) => [entry.code, entry]));
  const most = Math.max(1, ...entries.map(({ count }) => count));
  const [here, ground, insets] = sorted(shown);
  return (
    <figure class="map" aria-label={title}>
      <svg viewBox={viewBox}>
        <path class="map-land" d={ground.map(({ fips }) => states[fips]!.path).join("")} />
        {here.map(([state, entry]) => (
          <StateLink entry={entry} state={state} unit={unit}>
            <path class="map-here" d={states[state.fips]!.path} />
          </StateLink>
        ))}
        {insets.map(([state, entry], index) => (
          <StateLink entry={entry} state={state} unit={unit}>
            <Inset state={state} place={index} />
          </StateLink>
        ))}
        {here.map(([{ fips }, { count }]) => (
          <circle class="map-mark" cx={states[fips]!.x} cy={states[fips]!.y} r={markSize(count, most)} />
        ))}
        {insets.map(([, { count }], index) => (
          <circle
            class="map-mark"
            cx={INSETS[index]![0] + 30}
            cy={INSETS[index]![1] + 2}
            r={markSize(count, most)}
          />
        ))}
      </svg>
      <figcaption class="map-key">
        <MapKey unit={unit} most={most} />
      </figcaption>
    </figure>
  );
}

type Pair = [state: State, entry: MapEntry];

function sorted(shown: Map<string, MapEntry>): [here: Pair[], ground: State[], insets: Pair[]] {
  const here: Pair[] = [];
  const ground: State[] = [];
  const insets: Pair[] = [];
  for (const state of allStates()) {
    const entry = shown.get(state.code);
    if (entry) (state.territory ? insets : here).push([state, entry]);
    else if (!state.territory) ground.push(state);
  }
  return [here, ground, insets];
}

function StateLink(props: { entry: MapEntry; state: State; unit: [string, string]; children: unknown }) {
  const { count, href } = props.entry;
  return (
    <a href={href} aria-label={`${props.state.name}: ${count} ${props.unit[count === 1 ? 0 : 1]}`}>
      {props.children}
    </a>
  );
}

/** Where the sea leaves room: west of Florida, then east of it. */
const INSETS = [
  [590, 545],
  [655, 545],
  [835, 552],
  [897, 480],
  [897, 545],
] as const;

function Inset({ state, place }: { state: State; place: number }) {
  const { viewBox, path } = stateOutline(state.code);
  const [x, y] = INSETS[place]!;
  return (
    <svg x={x} y={y} width="60" height="60" viewBox={viewBox}>
      <path class="map-here" d={path} />
    </svg>
  );
}

/** Radius in the map's units; its area grows with the count. */
function markSize(count: number, most: number): number {
  return Math.round((9 + 9 * Math.sqrt(count / most)) * 10) / 10;
}

function MapKey({ unit, most }: { unit: [string, string]; most: number }) {
  return (
    <>
      <span>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path class="map-here" d="M1 3h18v14H1z" />
        </svg>
        State with {unit[1]}
      </span>
      <span>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle class="map-mark" cx="10" cy="10" r={most > 1 ? 5 : 8} />
        </svg>
        {most > 1
          ? `One, and larger for more ${unit[1]}, up to ${most.toLocaleString("en-US")}`
          : `One ${unit[0]}`}
      </span>
    </>
  );
}
