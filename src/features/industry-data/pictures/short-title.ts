/** What planners call the sectors of NAICS when they speak; other titles are short enough or are cut. */
const SPOKEN: [RegExp, string][] = [
  [/^Agriculture, forestry/i, "Agriculture and forestry"],
  [/^Mining, quarrying/i, "Mining, oil and gas"],
  [
    /^Professional(, scientific,)? and technical services$|^Professional, scientific/i,
    "Professional services",
  ],
  [/^Management of companies/i, "Company management"],
  [/^Administrative and (support|waste)/i, "Administrative services"],
  [/^Health care and social/i, "Health care"],
  [/^Arts, entertainment/i, "Arts and recreation"],
  [/^Accommodation and food/i, "Hotels and restaurants"],
  [/^Other services[,(]? /i, "Other services"],
  [/^Real estate and rental/i, "Real estate and rental"],
  [/^Transportation and warehousing/i, "Transport and warehousing"],
];

/** A title as it stands beside a mark in a picture; the table has the whole one. */
export function shortTitle(title: string): string {
  const spoken = SPOKEN.find(([known]) => known.test(title));
  if (spoken) return spoken[1];
  return title
    .replace(/ manufacturing$/i, " mfg.")
    .replace(/ and related /i, " and ")
    .replace(/, except .*$/i, "")
    .replace(/^Administration of /i, "");
}
