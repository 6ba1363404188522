/**
 * While figures are imported, a cell is one whole number that sorts as the files of a period do: period, geography,
 * digits, area, industry, ownership. So what is joined, counted and sorted by the million is eight bytes wide.
 *
 * `key` is a cell's own, `up` that of the cell that it is a part of: its industry's parent, of an ownership's total the
 * total of all ownerships. That one has none, and carries its own key with a minus.
 */
export const GEOGRAPHIES = ["county", "nation", "state"] as const;

const OWNERSHIPS = 10;
const INDUSTRIES = 1_000_000 * OWNERSHIPS;
const AREAS = 100_000 * INDUSTRIES;
const DIGITS = 10 * AREAS;
const PERIOD = 10 * DIGITS;

const FIRST_YEAR = 1900;

/** Of a period there are five in a year: the year itself and its four quarters. */
export function periodName(number: number): string {
  const quarter = number % 5;
  return `${FIRST_YEAR + Math.floor(number / 5)}${quarter ? `q${quarter}` : ""}`;
}

/** SQL of a key made from its parts, each an expression of whole numbers. */
export function keySql(part: {
  period: string;
  geography: string;
  digits: string;
  area: string;
  industry: string;
  ownership: string;
}): string {
  return `((${part.period})::bigint * ${PERIOD} + (${part.geography})::bigint * ${DIGITS} + (${part.digits})::bigint * ${AREAS}
    + (${part.area})::bigint * ${INDUSTRIES} + (${part.industry})::bigint * ${OWNERSHIPS} + (${part.ownership}))`;
}

/** SQL of the parts of a key. */
export const of = (key: string) => ({
  period: `(${key} // ${PERIOD})`,
  geography: `(${key} // ${DIGITS} % 10)`,
  digits: `(${key} // ${AREAS} % 10)`,
  area: `(${key} // ${INDUSTRIES} % 100000)`,
  industry: `(${key} // ${OWNERSHIPS} % 1000000)`,
  ownership: `(${key} % ${OWNERSHIPS})`,
});

/** SQL that holds for the keys of one period, and of one geography of it. */
export function within(key: string, period: number, geography?: number): string {
  const from = period * PERIOD + (geography ?? 0) * DIGITS;
  const to = geography === undefined ? from + PERIOD : from + DIGITS;
  return `(${key} >= ${from} and ${key} < ${to})`;
}

/** SQL of the key moved to another geography and area. */
export function movedTo(key: string, geography: number, area: string): string {
  const { geography: from, area: left } = of(key);
  return `(${key} + (${geography} - ${from}) * ${DIGITS} + ((${area}) - ${left}) * ${INDUSTRIES})`;
}

/** Sectors that span several 2-digit codes go by the first of them. */
export const SPANS: Record<number, string> = { 31: "31-33", 44: "44-45", 48: "48-49" };

/** SQL of the industry as BLS writes it. */
export function industryText(industry: string): string {
  const spans = Object.entries(SPANS).map(([code, span]) => `when ${code} then '${span}'`);
  return `case ${industry} ${spans.join(" ")} else (${industry})::varchar end`;
}

/** SQL of the industry one level up, from its code and digits. */
export function parentOf(industry: string, digits: string): string {
  return `case ${digits} when 0 then 10 when 2 then 10
    when 3 then case ${industry} // 10 when 32 then 31 when 33 then 31 when 45 then 44 when 49 then 48 else ${industry} // 10 end
    else ${industry} // 10 end`;
}

/** SQL of the digits of the parent. */
export const parentDigits = (digits: string) =>
  `case ${digits} when 0 then 0 when 2 then 0 when 3 then 2 else ${digits} - 1 end`;
