import { expect, test } from "vitest";
import { isBefore, partialDateField, partialDateIn } from "./partial-date.ts";

test("a date is taken as far as it is known, in figures and in words", () => {
  expect(
    ["2018", "2018-3", "2018-03-14", "March 2018", "Mar. 14, 2018", " may 1st 2019 "].map(partialDateIn),
  ).toEqual(["2018", "2018-03", "2018-03-14", "2018-03", "2018-03-14", "2019-05-01"]);
});

test("what no calendar has is no date", () => {
  for (const text of ["", "soon", "2018-13", "2018-02-30", "1492", "Juneteenth 2018", "18", "2018-00"])
    expect(partialDateIn(text), text).toBeUndefined();
});

test("an empty field is no date, and a wrong one says how to write it", () => {
  const field = partialDateField("The day they joined");
  expect(field.parse("")).toBeNull();
  expect(field.safeParse("soon").error?.issues[0]?.message).toContain(
    "The day they joined should read like 2018",
  );
});

test("only what both dates know decides which was first", () => {
  expect(isBefore("2018", "2018-03")).toBe(false);
  expect(isBefore("2017-12", "2018")).toBe(true);
  expect(isBefore("2018-03-13", "2018-03-14")).toBe(true);
});
