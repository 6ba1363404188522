import { NATIONAL_BOX, nationalStates } from "../counties/national-counties.ts";
import {
  drawAffiliates,
  INSET_SIZE,
  INSETS,
  inOrder,
  type MappedAffiliate,
  type NetworkDrawing,
} from "../network.ts";
import { stateOutline } from "../outlines.ts";
import { allStates, stateByCode } from "../states.ts";
import { Hatch } from "./state-county-map.tsx";

export type NetworkMapProps = {
  /** Shaded by county and marked; leave it out to hide the layer. */
  partnerships?: NetworkDrawing;
  /** Hatched, or marked where they are neither a state nor a region; leave it out to hide the layer. */
  affiliates?: readonly MappedAffiliate[];
  /** Where a state leads, by its code: its own map. */
  hrefOf: (code: string) => string;
  title: string;
};

/**
 * The nation with its network, in layers: counties of partnerships shaded, a mark for those near each other, the land of
 * affiliates hatched. Each state with something is one link; `NetworkList` says the same in words and belongs beside it.
 */
export function NetworkMap({ partnerships, affiliates, hrefOf, title }: NetworkMapProps) {
  const hatched = drawAffiliates(affiliates ?? []);
  const tones = ["one", "few", "many"] as const;
  return (
    <figure class="map network-map" aria-label={title}>
      <svg viewBox={NATIONAL_BOX}>
        <defs>
          {affiliates && <Hatch id="hatch-affiliates" on="land" />}
          <g id="states">
            {nationalStates().map(([code, { path }]) => (
              <path id={`state-${code}`} d={path} />
            ))}
            {allStates()
              .filter(({ territory }) => territory)
              .map(({ code }) => (
                <Inset code={code} />
              ))}
          </g>
        </defs>
        <use class="map-land" href="#states" />
        {tones.map(
          (tone, index) =>
            partnerships?.tones[index] && (
              <path class={`map-tone map-${tone}`} d={partnerships.tones[index]} />
            ),
        )}
        {hatched.states.map((code) => (
          <use class="map-affiliate" fill="url(#hatch-affiliates)" href={`#state-${code}`} />
        ))}
        {hatched.counties && (
          <path class="map-affiliate" fill="url(#hatch-affiliates)" d={hatched.counties} />
        )}
        <use class="map-lines" href="#states" />
        {inOrder([...(partnerships?.byState.keys() ?? []), ...hatched.byState.keys()]).map((code) => (
          <a href={hrefOf(code)} aria-label={labelOf(code, partnerships?.byState, hatched.byState)}>
            <use class="map-hit" href={`#state-${code}`} />
          </a>
        ))}
        {partnerships?.marks.map(({ x, y, count }) => (
          <Mark x={x} y={y} count={count} />
        ))}
        {hatched.marks.map(({ x, y }) => (
          <path class="map-mark map-diamond" d={`M${x} ${y - 13}l13 13-13 13-13-13z`} />
        ))}
      </svg>
      <figcaption class="map-key">
        {partnerships && <PartnershipKey />}
        {affiliates && <AffiliateKey marks={hatched.marks.length > 0} />}
      </figcaption>
    </figure>
  );
}

type Counts = ReadonlyMap<string, number>;

function labelOf(code: string, partnerships: Counts | undefined, affiliates: Counts): string {
  return `${stateByCode(code)!.name}: ${countWords(partnerships?.get(code) ?? 0, affiliates.get(code) ?? 0)}`;
}

/** "12 partnerships, 1 affiliate". */
export function countWords(partnerships: number, affiliates: number): string {
  const told = [
    partnerships > 0 &&
      `${partnerships.toLocaleString("en-US")} ${partnerships === 1 ? "partnership" : "partnerships"}`,
    affiliates > 0 &&
      `${affiliates.toLocaleString("en-US")} ${affiliates === 1 ? "affiliate" : "affiliates"}`,
  ];
  return told.filter(Boolean).join(", ");
}

/** The same in words: each state with something, by name, how many, and the way to its own map. */
export function NetworkList({ partnerships, affiliates, hrefOf, title }: NetworkMapProps) {
  const counts: Counts = partnerships?.byState ?? new Map();
  const others = drawAffiliates(affiliates ?? []).byState;
  return (
    <ul class="bare map-list network-list" aria-label={title}>
      {inOrder([...counts.keys(), ...others.keys()]).map((code) => (
        <li>
          <a href={hrefOf(code)}>{stateByCode(code)!.name}</a>
          <span class="count">{countWords(counts.get(code) ?? 0, others.get(code) ?? 0)}</span>
        </li>
      ))}
    </ul>
  );
}

/** A territory stands in the sea, in a size of its own. */
function Inset({ code }: { code: string }) {
  const [x, y] = INSETS[code]!;
  const { viewBox, path } = stateOutline(code);
  const [, , width, height] = viewBox.split(" ").map(Number) as [number, number, number, number];
  const scale = INSET_SIZE / Math.max(width, height);
  const shift = `translate(${x + (INSET_SIZE - width * scale) / 2} ${y + (INSET_SIZE - height * scale) / 2})`;
  return <path id={`state-${code}`} d={path} transform={`${shift} scale(${scale})`} />;
}

/** Its area grows with how many stand there; a number says how many. */
function Mark({ x, y, count }: { x: number; y: number; count: number }) {
  if (count === 1) return <circle class="map-mark" cx={x} cy={y} r="9" />;
  const size = Math.round(13 + 2.4 * Math.log2(count));
  return (
    <>
      <circle class="map-mark" cx={x} cy={y} r={size} />
      <text class="map-number" x={x} y={y}>
        {count}
      </text>
    </>
  );
}

function PartnershipKey() {
  return (
    <>
      <span>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle class="map-mark" cx="10" cy="10" r="5" />
        </svg>
        Partnerships near each other, larger for more
      </span>
      <span>
        <svg viewBox="0 0 60 20" class="map-scale" aria-hidden="true">
          <path class="map-land" d="M1 3h57v14H1z" />
          <path class="map-tone map-one" d="M1 3h19v14H1z" />
          <path class="map-tone map-few" d="M20 3h19v14H20z" />
          <path class="map-tone map-many" d="M39 3h19v14H39z" />
        </svg>
        Counties of one, of two or three, of more
      </span>
    </>
  );
}

function AffiliateKey({ marks }: { marks: boolean }) {
  return (
    <>
      <span>
        <svg viewBox="0 0 40 40" aria-hidden="true">
          <path class="map-land" d="M2 6h36v28H2z" />
          <path class="map-affiliate" fill="url(#hatch-affiliates)" d="M2 6h36v28H2z" />
        </svg>
        State or region that is an affiliate
      </span>
      {marks && (
        <span>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path class="map-mark map-diamond" d="M10 2l8 8-8 8-8-8z" />
          </svg>
          Other affiliates
        </span>
      )}
    </>
  );
}
