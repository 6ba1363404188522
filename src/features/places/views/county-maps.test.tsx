import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hues } from "#ui/chip.tsx";
import { allCounties, countiesOf } from "../counties/counties.ts";
import { drawNetwork, type Mapped } from "../network.ts";
import { allStates } from "../states.ts";
import { CountyPicker } from "./county-picker.tsx";
import { NetworkList, NetworkMap, type NetworkMapProps } from "./network-map.tsx";
import { RegionOutline, RegionStamp } from "./region-outline.tsx";
import { StateCountyMap } from "./state-county-map.tsx";

const links = (html: string) => html.match(/<a /g)?.length ?? 0;
const group = (name: string, counties: string[]) => ({ name, href: `/partnerships/${name}`, counties });
const network = ({
  partnerships,
  ...given
}: Partial<Omit<NetworkMapProps, "partnerships">> & { partnerships?: Mapped[] }) => ({
  hrefOf: (code: string) => `/map?state=${code}`,
  title: "The network",
  ...(partnerships ? { partnerships: drawNetwork(partnerships) } : {}),
  ...given,
});

test("a state's map links each group from its land and, for the keyboard, from its number, with its counties", () => {
  const map = String(
    <StateCountyMap
      state="tx"
      title="Partnerships in Texas"
      groups={[
        {
          name: "Valley Healthcare",
          href: "/partnerships/rgv",
          counties: ["48061", "48215"],
          hue: "healthcare",
        },
        group("elsewhere", ["31109"]),
        group("taylor", ["48441"]),
      ]}
    />,
  );
  expect(map).toContain(
    '<a href="/partnerships/rgv" aria-label="1. Valley Healthcare: Cameron and Hidalgo Counties, Texas">',
  );
  expect(map).toContain('aria-label="3. taylor: Taylor County, Texas"');
  expect(map).not.toContain("elsewhere");
  expect(links(map)).toBe(4);
  expect(map.match(/tabindex="-1" aria-hidden="true"/g)).toHaveLength(2);
  expect(map).not.toContain("Shared by");
});

test("counties of several groups are hatched and named, and no two numbers stand on each other", () => {
  const counties = ["31109", "31155"];
  const map = String(
    <StateCountyMap
      state="ne"
      title="Partnerships in Nebraska"
      groups={[group("a", counties), group("b", counties), group("c", ["31155", "31159"])]}
    />,
  );
  expect(map).toContain("Shared by more than one: Lancaster and Saunders Counties");
  const marks = [...map.matchAll(/<circle class="map-mark" cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => [
    +x!,
    +y!,
  ]);
  expect(marks).toHaveLength(3);
  for (const [i, [x, y]] of marks.entries()) {
    for (const [otherX, otherY] of marks.slice(i + 1)) {
      expect(Math.hypot(x! - otherX!, y! - otherY!)).toBeGreaterThan(35);
    }
  }
});

test("a region's map tells its counties in words, and what became of Connecticut's", () => {
  const valley = String(<RegionOutline counties={["48061", "48489"]} hue="healthcare" />);
  expect(valley).toContain('aria-label="Cameron and Willacy Counties, Texas"');
  expect(valley).not.toContain("planning regions");
  const fairfield = String(<RegionOutline counties={["09001"]} />);
  expect(fairfield).toContain("Fairfield County (until 2022), Connecticut");
  expect(fairfield).toContain("gave way to nine planning regions in 2022");
  expect(String(<RegionOutline counties={[]} />)).toBe("");
  expect(
    String(<RegionStamp counties={["48061"]} name="Rio Grande Valley" short="TX" hue="healthcare" />),
  ).toMatch(/hue-healthcare.*<path d="M.*Rio Grande Valley/);
});

test("the nation's map links each state with something once, and its list says the same", () => {
  const given = network({
    partnerships: [
      { stateCodes: ["ne"], counties: ["31109"] },
      { stateCodes: ["mo", "ks"], counties: ["29095", "20091"] },
      { stateCodes: ["ne"], counties: [] },
      { stateCodes: ["pr"], counties: ["72127"] },
    ],
    affiliates: [
      { kind: "state", stateCode: "co", counties: [] },
      { kind: "region", stateCode: null, counties: ["41019"] },
      { kind: "organization", stateCode: "ne", counties: [] },
    ],
  });
  const map = String(<NetworkMap {...given} />);
  for (const label of [
    "Colorado: 1 affiliate",
    "Kansas: 1 partnership",
    "Nebraska: 2 partnerships, 1 affiliate",
    "Oregon: 1 affiliate",
    "Puerto Rico: 1 partnership",
  ]) {
    expect(map).toContain(`aria-label="${label}"`);
  }
  expect(links(map)).toBe(6);
  const list = String(<NetworkList {...given} />);
  expect(list).toContain(
    '<a href="/map?state=ne">Nebraska</a><span class="count">2 partnerships, 1 affiliate</span>',
  );
  expect(links(list)).toBe(6);
});

test("a layer that is hidden leaves neither marks nor a key", () => {
  const partnerships = [{ stateCodes: ["ne"], counties: ["31109"] }];
  expect(String(<NetworkMap {...network({ partnerships })} />).includes("affiliate")).toBe(false);
  const affiliates = [{ kind: "state" as const, stateCode: "ne", counties: [] }];
  const map = String(<NetworkMap {...network({ affiliates })} />);
  expect(map.includes("artnership")).toBe(false);
  expect(map).toMatch(/class="map-affiliate"[^>]*href="#state-ne"/);
});

test("with 3,000 partnerships anywhere the nation's map and its list stay below 100 KB, gzipped", () => {
  const counties = allCounties().map(({ fips }) => fips);
  const partnership = fc
    .record({ at: fc.nat(counties.length - 1), size: fc.integer({ min: 0, max: 9 }) })
    .map(({ at, size }) => {
      const own = counties.slice(at, at + size);
      const state = allStates().find(({ fips }) => counties[at]!.startsWith(fips))!;
      return { stateCodes: [state.code], counties: own };
    });
  const many = fc.array(partnership, { minLength: 3000, maxLength: 3000 });
  const affiliates = allStates().map(({ code }) => ({
    kind: "state" as const,
    stateCode: code,
    counties: [],
  }));
  fc.assert(
    fc.property(many, (partnerships) => {
      const given = network({ partnerships, affiliates });
      const page = String(<NetworkMap {...given} />) + String(<NetworkList {...given} />);
      expect(page).not.toMatch(/NaN|undefined|Infinity/);
      expect(gzipSync(page).length).toBeLessThan(100_000);
      expect(links(page)).toBeLessThanOrEqual(112);
    }),
    { numRuns: 4 },
  );
});

test("a state full of partnerships of every hue stays below 60 KB, gzipped", () => {
  const counties = countiesOf("tx").map(({ fips }) => fips);
  const groups = Array.from({ length: 250 }, (_, i) => ({
    ...group(`partnership ${i}`, counties.slice(i, i + 4)),
    hue: hues[i % hues.length]!,
  }));
  const map = String(<StateCountyMap state="tx" title="Partnerships in Texas" groups={groups} />);
  expect(gzipSync(map).length).toBeLessThan(60_000);
});

test("without script the picker is one field with a county on each line, as it was chosen or typed", () => {
  const picker = String(
    <CountyPicker
      name="county"
      label="Counties"
      values={["31109", "Nowhere"]}
      states={["la"]}
      problems={{ county: ["No county is called “Nowhere”."] }}
    />,
  );
  expect(picker).toContain('<label for="field-county">');
  expect(picker).toMatch(
    /<textarea id="field-county" name="county"[^>]*aria-invalid="true"[^>]*>Lancaster County, NE\nNowhere<\/textarea>/,
  );
  expect(picker).toContain('<div class="county-tools" hidden="">');
  expect(picker).toContain("Counties of Louisiana");
  expect(picker).toContain("Ouachita Parish");
});
