import { slugify } from "#base/slug.ts";

/** A state, the District of Columbia, or a territory. */
export type State = {
  /** Lower-case postal code; stands in addresses: "pa". */
  code: string;
  /** Postal code as people write it: "PA". */
  postal: string;
  /** Federal code: two digits, as text because of its leading zero. */
  fips: string;
  name: string;
  /** The name in an address: "pennsylvania". */
  slug: string;
  /** One of the five territories, which the national map draws as insets. */
  territory: boolean;
};

const rows: [code: string, fips: string, name: string][] = [
  ["al", "01", "Alabama"],
  ["ak", "02", "Alaska"],
  ["az", "04", "Arizona"],
  ["ar", "05", "Arkansas"],
  ["ca", "06", "California"],
  ["co", "08", "Colorado"],
  ["ct", "09", "Connecticut"],
  ["de", "10", "Delaware"],
  ["dc", "11", "District of Columbia"],
  ["fl", "12", "Florida"],
  ["ga", "13", "Georgia"],
  ["hi", "15", "Hawaii"],
  ["id", "16", "Idaho"],
  ["il", "17", "Illinois"],
  ["in", "18", "Indiana"],
  ["ia", "19", "Iowa"],
  ["ks", "20", "Kansas"],
  ["ky", "21", "Kentucky"],
  ["la", "22", "Louisiana"],
  ["me", "23", "Maine"],
  ["md", "24", "Maryland"],
  ["ma", "25", "Massachusetts"],
  ["mi", "26", "Michigan"],
  ["mn", "27", "Minnesota"],
  ["ms", "28", "Mississippi"],
  ["mo", "29", "Missouri"],
  ["mt", "30", "Montana"],
  ["ne", "31", "Nebraska"],
  ["nv", "32", "Nevada"],
  ["nh", "33", "New Hampshire"],
  ["nj", "34", "New Jersey"],
  ["nm", "35", "New Mexico"],
  ["ny", "36", "New York"],
  ["nc", "37", "North Carolina"],
  ["nd", "38", "North Dakota"],
  ["oh", "39", "Ohio"],
  ["ok", "40", "Oklahoma"],
  ["or", "41", "Oregon"],
  ["pa", "42", "Pennsylvania"],
  ["ri", "44", "Rhode Island"],
  ["sc", "45", "South Carolina"],
  ["sd", "46", "South Dakota"],
  ["tn", "47", "Tennessee"],
  ["tx", "48", "Texas"],
  ["ut", "49", "Utah"],
  ["vt", "50", "Vermont"],
  ["va", "51", "Virginia"],
  ["wa", "53", "Washington"],
  ["wv", "54", "West Virginia"],
  ["wi", "55", "Wisconsin"],
  ["wy", "56", "Wyoming"],
  ["as", "60", "American Samoa"],
  ["gu", "66", "Guam"],
  ["mp", "69", "Northern Mariana Islands"],
  ["pr", "72", "Puerto Rico"],
  ["vi", "78", "U.S. Virgin Islands"],
];

const states: readonly State[] = rows.map(([code, fips, name]) => ({
  code,
  postal: code.toUpperCase(),
  fips,
  name,
  slug: slugify(name),
  territory: Number(fips) >= 60,
}));

const byCode = new Map(states.map((state) => [state.code, state]));
const byFips = new Map(states.map((state) => [state.fips, state]));
const byName = new Map(states.map((state) => [state.name.toLowerCase(), state]));

/** All 56, the 50 states and the District by federal code, then the territories. */
export function allStates(): readonly State[] {
  return states;
}

/** By postal code in either case. */
export function stateByCode(code: string): State | undefined {
  return byCode.get(code.toLowerCase());
}

/** By the first two digits of a federal code: a county's five digits name its state too. */
export function stateByFips(fips: string): State | undefined {
  return byFips.get(fips.slice(0, 2));
}

/** By full name in any case, as it stands in somebody's spreadsheet. */
export function stateByName(name: string): State | undefined {
  return byName.get(name.trim().toLowerCase());
}
