import { expect, test } from "vitest";
import { csvLine } from "./csv.ts";

test("cells with commas, quotes and line breaks are quoted, others are not", () => {
  expect(csvLine(["a", "b, c", 'say "hello"', "two\nlines", 7])).toBe(
    'a,"b, c","say ""hello""","two\nlines",7\r\n',
  );
});

test("what a spreadsheet would run as a formula is kept as words", () => {
  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", '=HYPERLINK("http://evil.test")']) {
    const [first = ""] = csvLine([formula]).replace(/^"/, "");
    expect(first).toBe("'");
  }
  expect(csvLine([-1])).toBe("-1\r\n");
});
