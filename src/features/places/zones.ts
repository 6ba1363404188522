/**
 * The time zone in which most of a state's people live, by postal code; where a state has two, a partnership on the
 * other side of the line says so itself. Source: 49 CFR part 71, and the IANA zones that follow it.
 */
const ZONES: Record<string, string> = {
  "America/New_York": "ct dc de fl ga in ky ma md me mi nc nh nj ny oh pa ri sc va vt wv",
  "America/Chicago": "al ar ia il ks la mn mo ms nd ne ok sd tn tx wi",
  "America/Denver": "co id mt nm ut wy",
  "America/Phoenix": "az",
  "America/Los_Angeles": "ca nv or wa",
  "America/Anchorage": "ak",
  "Pacific/Honolulu": "hi",
  "America/Puerto_Rico": "pr vi",
  "Pacific/Guam": "gu mp",
  "Pacific/Pago_Pago": "as",
};

/** Every zone that this country's clocks go by, the ones with most people first. */
export const US_TIME_ZONES = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
  "Pacific/Pago_Pago",
  "America/Boise",
  "America/Detroit",
  "America/Indiana/Indianapolis",
  "America/Kentucky/Louisville",
] as const;

/** IANA name of a state's zone; undefined for what is no state. @param code lower-case postal code */
export function zoneOfState(code: string): string | undefined {
  return Object.entries(ZONES).find(([, codes]) => codes.split(" ").includes(code))?.[0];
}
