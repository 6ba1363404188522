import { expect, test } from "vitest";
import { NationalMap } from "./national-map.tsx";
import { StateList } from "./state-list.tsx";
import { StateStamp } from "./state-stamp.tsx";

const entries = [
  { code: "wy", count: 9, href: "/states/wy" },
  { code: "pa", count: 1, href: "/states/pa" },
  { code: "pr", count: 2, href: "/states/pr" },
];
const map = String(
  <NationalMap entries={entries} unit={["happening", "happenings"]} title="Happenings by state" />,
);

test("each state with something to show is a link that says its name and its count", () => {
  expect(map).toContain('<a href="/states/wy" aria-label="Wyoming: 9 happenings">');
  expect(map).toContain('<a href="/states/pa" aria-label="Pennsylvania: 1 happening">');
  expect(map).toContain('<a href="/states/pr" aria-label="Puerto Rico: 2 happenings">');
  expect(map.match(/<a /g)).toHaveLength(3);
});

test("the map stays small even when every state is on it", async () => {
  const { allStates } = await import("../states.ts");
  const all = allStates().map(({ code }) => ({ code, count: 3, href: `/states/${code}` }));
  const full = String(
    <NationalMap entries={all} unit={["happening", "happenings"]} title="Happenings by state" />,
  );
  expect(full.length).toBeLessThan(25_000);
  expect(full.match(/<a /g)).toHaveLength(56);
});

test("the map explains its marks", () => {
  expect(map).toContain("larger for more happenings, up to 9");
});

test("the list says the same in words, by name", () => {
  const list = String(<StateList entries={entries} label="Happenings by state" />);
  const names = [...list.matchAll(/<a href="[^"]+">([^<]+)<\/a>/g)].map(([, name]) => name);
  expect(names).toEqual(["Pennsylvania", "Puerto Rico", "Wyoming"]);
  expect(list).toContain('<span class="count">9</span>');
});

test("a stamp without a state stands for the whole nation", () => {
  expect(String(<StateStamp />)).toContain("Nationwide");
  expect(String(<StateStamp code="pa" hue="manufacturing" />)).toMatch(/hue-manufacturing.*Pennsylvania.*PA/);
});
