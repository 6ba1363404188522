import { expect, test } from "vitest";
import { lookUp } from "./looking-up.ts";

const LISTED = [
  { id: "1", name: "Ann Lee", email: "ann@lee.example" },
  { id: "2", name: "Seán O’Brien", email: null },
  { id: "3", name: "نور حداد", email: "noor@steel.example" },
  { id: "4", name: "Lee Ngo", email: null },
  ...Array.from({ length: 6 }, (_, index) => ({ id: `s${index}`, name: `Sam Smith ${index}x`, email: null })),
];

test.each([
  ["a first or last name", "lee", ["1", "4"]],
  ["a whole name, in any case", "ANN lee", ["1"]],
  ["a name with an apostrophe and an accent, typed without", "sean o'brien", ["2"]],
  ["a name written from right to left", "حداد", ["3"]],
  ["a whole address", "noor@steel.example", ["3"]],
  ["part of an address finds nobody", "steel.example", []],
  ["part of a name finds nobody", "le", []],
  ["a wildcard finds nobody", "%%", null],
])("%s", (_, typed, ids) => {
  const found = lookUp(typed, LISTED);
  if (ids) expect(found).toEqual({ kind: "some", ids });
  else expect(found).toEqual({ kind: "too-short" });
});

test("a name that many share shows nobody, so that the list cannot be read out", () => {
  expect(lookUp("Smith", LISTED)).toEqual({ kind: "too-many" });
});
