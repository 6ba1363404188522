import { expect, test } from "vitest";
import { allStates, stateByCode, stateByFips, stateByName } from "./states.ts";

test("there are 50 states, the District and five territories, and no code stands twice", () => {
  const states = allStates();
  expect(states).toHaveLength(56);
  expect(states.filter(({ territory }) => territory)).toHaveLength(5);
  for (const key of ["code", "fips", "name", "slug"] as const) {
    expect(new Set(states.map((state) => state[key])).size).toBe(56);
  }
});

test("a state is found by its postal code, its federal code, a county's code and its name", () => {
  const pennsylvania = stateByCode("PA");
  expect(pennsylvania).toEqual({
    code: "pa",
    postal: "PA",
    fips: "42",
    name: "Pennsylvania",
    slug: "pennsylvania",
    territory: false,
  });
  expect(stateByFips("42027")).toBe(pennsylvania);
  expect(stateByName(" PENNSYLVANIA ")).toBe(pennsylvania);
  expect(stateByFips("08")?.code).toBe("co");
});

test("what is no state is not found", () => {
  for (const wrong of ["", "xx", "pennsylvania", "__proto__", "constructor"]) {
    expect(stateByCode(wrong)).toBeUndefined();
  }
  expect(stateByFips("03")).toBeUndefined();
});
