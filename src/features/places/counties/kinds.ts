/** What a county, or what stands in its place, is called where it lies. */
export const KINDS = {
  county: { one: "County", many: "Counties" },
  parish: { one: "Parish", many: "Parishes" },
  borough: { one: "Borough", many: "Boroughs" },
  "census area": { one: "Census Area", many: "Census Areas" },
  municipality: { one: "Municipality", many: "Municipalities" },
  "city and borough": { one: "City and Borough", many: "Cities and Boroughs" },
  "independent city": { one: "city", many: "cities" },
  "planning region": { one: "Planning Region", many: "Planning Regions" },
  municipio: { one: "Municipio", many: "Municipios" },
  district: { one: "District", many: "Districts" },
  island: { one: "Island", many: "Islands" },
  /** The District of Columbia and Guam, which are not divided. */
  whole: { one: "", many: "" },
} as const;

export type CountyKind = keyof typeof KINDS;

/** "Lancaster County", "Ouachita Parish", "St. Louis city"; Carson City and the District need no second word. */
export function fullNameOf(name: string, kind: CountyKind): string {
  if (kind === "whole" || (kind === "independent city" && name.endsWith(" City"))) return name;
  return `${name} ${KINDS[kind].one}`;
}
