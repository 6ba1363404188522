/**
 * While figures are imported, a cell is one whole number that sorts as the files of a period do: period, geography,
 * digits, area, industry, ownership. So what is joined, counted and sorted by the million is eight bytes wide.
 *
 * `key` is a cell's own, `up` that of the cell that it is a part of: its industry's parent, of an ownership's total the
 * total of all ownerships. That one has none, and carries its own key with a minus.
 */
export const GEOGRAPHIES = ["county", "nation", "state"] as const;

/** Where each part begins, in bits from the right: shifting a million numbers is quicker than dividing them. */
const AT = { ownership: 0, industry: 4, area: 24, digits: 41, geography: 44, period: 46 };
const BITS = { ownership: 4, industry: 20, area: 17, digits: 3, geography: 2, period: 10 };
const unit = (part: keyof typeof AT) => 2 ** AT[part];

/** From a period's number to the next one's. */
export const ONE_PERIOD = unit("period");

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
  const parts = (Object.keys(AT) as (keyof typeof AT)[]).map(
    (name) => `(${part[name]})::bigint * ${unit(name)}`,
  );
  return `(${parts.join(" + ")})`;
}

/** SQL of the parts of a key. */
export const of = (key: string): Record<keyof typeof AT, string> => {
  const bits = (name: keyof typeof AT) => `((${key} >> ${AT[name]}) & ${2 ** BITS[name] - 1})`;
  return {
    period: bits("period"),
    geography: bits("geography"),
    digits: bits("digits"),
    area: bits("area"),
    industry: bits("industry"),
    ownership: bits("ownership"),
  };
};

/** SQL that holds for the keys of one period, and of one geography of it. */
export function within(key: string, period: number, geography?: number): string {
  const from = period * ONE_PERIOD + (geography ?? 0) * unit("geography");
  const to = from + (geography === undefined ? ONE_PERIOD : unit("geography"));
  return `(${key} >= ${from} and ${key} < ${to})`;
}

/** SQL of the key moved to another geography and area. */
export function movedTo(key: string, geography: number, area: string): string {
  const { geography: from, area: left } = of(key);
  return `(${key} + (${geography} - ${from}) * ${unit("geography")} + ((${area}) - ${left}) * ${unit("area")})`;
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
