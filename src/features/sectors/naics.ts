import titles from "./naics.json" with { type: "json" };
import { VINTAGES, type Vintage } from "./tables.ts";

/** One industry: `62`, `31-33`, `621`, up to six digits, always as text. */
export interface SectorCode {
  code: string;
  vintage: Vintage;
}

/** Keys stand behind an underscore in the file, which keeps them in the order of the codes. */
const both: Record<string, string> = titles.both;
const own: Record<Vintage, Record<string, string>> = { 2017: titles["2017"], 2022: titles["2022"] };

/** What NAICS calls the code in that year; undefined where it has no such code. */
export function naicsTitle({ code, vintage }: SectorCode): string | undefined {
  return own[vintage][`_${code}`] ?? both[`_${code}`];
}

/** The hyphenated sectors are several two-digit prefixes at once. */
const RANGES: Record<string, readonly string[]> = {
  "31-33": ["31", "32", "33"],
  "44-45": ["44", "45"],
  "48-49": ["48", "49"],
};

/** Whether some industry stands under both: 62 holds 621, and 31-33 holds 336. */
export function overlaps(a: SectorCode, b: SectorCode): boolean {
  if (a.vintage !== b.vintage) return false;
  const others = RANGES[b.code] ?? [b.code];
  return (RANGES[a.code] ?? [a.code]).some((one) =>
    others.some((other) => one.startsWith(other) || other.startsWith(one)),
  );
}

/** The narrower of two that overlap: what they share. */
export function shared(a: SectorCode, b: SectorCode): SectorCode {
  const depth = ({ code }: SectorCode) => (code in RANGES ? 1 : code.length);
  return depth(a) >= depth(b) ? a : b;
}

/**
 * Reads codes one to a line. What follows a code on its line is not read, so its title may stand there.
 *
 * @returns each code once, and a sentence for each line that is not a code of that year
 */
export function readCodes(text: string, vintage: Vintage): { codes: SectorCode[]; problems: string[] } {
  const codes = new Map<string, SectorCode>();
  const problems: string[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const code = /^\s*(\d+(?:\s*[–—-]\s*\d+)?)(?![\w.])/.exec(line)?.[1]?.replace(/\s*[–—-]\s*/, "-");
    const why = whyNot(code, vintage);
    if (code && !why) codes.set(code, { code, vintage });
    else problems.push(`Line ${index + 1}: ${why}`);
  }
  return { codes: [...codes.values()], problems };
}

function whyNot(code: string | undefined, vintage: Vintage): string | undefined {
  if (!code) return "a line begins with a code, such as 62, 31-33 or 621.";
  if (naicsTitle({ code, vintage })) return undefined;
  const range = Object.entries(RANGES).find(([, prefixes]) => prefixes.includes(code))?.[0];
  if (range) return `${code} is a part of ${range}; write ${range}.`;
  if (!/^\d{2}-\d{2}$|^\d{2,6}$/.test(code))
    return `“${code}” is not a NAICS code; codes have two to six digits.`;
  const other = VINTAGES.find((year) => naicsTitle({ code, vintage: year }));
  return other
    ? `${code} is a code of NAICS ${other} (${naicsTitle({ code, vintage: other })}) and not of NAICS ${vintage}.`
    : `NAICS ${vintage} has no code ${code}.`;
}
