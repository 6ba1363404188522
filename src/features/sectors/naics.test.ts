import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { naicsTitle, overlaps, readCodes, type SectorCode, shared } from "./naics.ts";

const of2017 = (code: string): SectorCode => ({ code, vintage: 2017 });

describe("reading codes", () => {
  it("takes one code a line and leaves what follows it unread", () => {
    const text = "62  Health care\n\n 31–33\n621112\tOffices\n62\n";
    expect(readCodes(text, 2017)).toEqual({ codes: ["62", "31-33", "621112"].map(of2017), problems: [] });
  });

  it("names the line of everything that is no code of that year, and why", () => {
    const { codes, problems } = readCodes("hospitals\n62\n33\n1234567\n511210\n999\n62x", 2022);
    expect(codes).toEqual([{ code: "62", vintage: 2022 }]);
    expect(problems).toEqual([
      "Line 1: a line begins with a code, such as 62, 31-33 or 621.",
      "Line 3: 33 is a part of 31-33; write 31-33.",
      "Line 4: “1234567” is not a NAICS code; codes have two to six digits.",
      "Line 5: 511210 is a code of NAICS 2017 (Software publishers) and not of NAICS 2022.",
      "Line 6: NAICS 2022 has no code 999.",
      "Line 7: a line begins with a code, such as 62, 31-33 or 621.",
    ]);
  });

  it("never fails, whatever is pasted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { codes } = readCodes(text, 2022);
        return codes.every((code) => naicsTitle(code) !== undefined);
      }),
    );
  });
});

describe("the list of titles", () => {
  it("tells the years apart where they differ", () => {
    expect(naicsTitle(of2017("451110"))).toBe("Sporting goods stores");
    expect(naicsTitle({ code: "451110", vintage: 2022 })).toBeUndefined();
    expect(naicsTitle({ code: "459110", vintage: 2022 })).toBe("Sporting goods retailers");
    expect(naicsTitle(of2017("518210"))).toContain("Data processing");
    expect(naicsTitle({ code: "518210", vintage: 2022 })).toContain("Computing infrastructure");
    expect(naicsTitle(of2017("__proto__"))).toBeUndefined();
  });

  it("knows every code of the starter sectors", () => {
    const file = parse(readFileSync("content/starter/sectors.yaml", "utf8"));
    const codes: SectorCode[] = file.sectors.flatMap((sector: { naics: SectorCode[] }) => sector.naics);
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !naicsTitle(code))).toEqual([]);
  });
});

describe("overlap", () => {
  it("is a shared beginning within one year, and ranges hold what they span", () => {
    expect(overlaps(of2017("62"), of2017("621"))).toBe(true);
    expect(overlaps(of2017("336991"), of2017("31-33"))).toBe(true);
    expect(overlaps(of2017("31-33"), of2017("31-33"))).toBe(true);
    expect(overlaps(of2017("621"), of2017("622"))).toBe(false);
    expect(overlaps(of2017("62"), { code: "621", vintage: 2022 })).toBe(false);
  });

  it("shares the narrower of the two", () => {
    expect(shared(of2017("31-33"), of2017("336"))).toEqual(of2017("336"));
    expect(shared(of2017("621112"), of2017("62"))).toEqual(of2017("621112"));
  });
});
