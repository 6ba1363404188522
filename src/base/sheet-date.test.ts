import { expect, test } from "vitest";
import { sheetDateIn } from "./sheet-date.ts";

test("dates are understood as spreadsheets give them, and no further than they go", () => {
  for (const [text, date] of [
    ["2018", "2018"],
    ["2018-03", "2018-03"],
    ["March 2018", "2018-03"],
    ["2018-03-14T09:30", "2018-03-14"],
    ["3/14/2018", "2018-03-14"],
    ["43173", "2018-03-14"],
    ["43173.0", "2018-03-14"],
    ["12/31/2020", "2020-12-31"],
  ])
    expect([text, sheetDateIn(text!)]).toEqual([text, date]);
  for (const text of ["14/3/2018", "99999", "123", "soon", ""]) expect(sheetDateIn(text)).toBeUndefined();
});
