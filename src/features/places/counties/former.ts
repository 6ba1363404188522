import type { CountyKind } from "./kinds.ts";

export type Former = {
  fips: string;
  name: string;
  kind: CountyKind;
  /** The year in which the change took effect. */
  until: number;
  /** Today's counties that hold at least a fifth of its land, the largest part first. */
  now: string[];
};

/**
 * Codes that older lists still carry, and the Census Bureau's county changes behind them. Shares of land were measured
 * between the 2017 and the 2023 atlas.
 *
 * Connecticut's eight counties gave way to nine planning regions in 2022. They do not nest: Fairfield became Western
 * Connecticut (72 %) and Greater Bridgeport (22 %) with the rest in Naugatuck Valley, New Haven is South Central (60 %)
 * and Naugatuck Valley (40 %), and of the other six one region holds between 78 % (Litchfield) and 99 % (Middlesex).
 * Valdez-Cordova was split into Copper River (71 %) and Chugach (29 %) in 2019.
 */
export const FORMER: readonly Former[] = [
  { fips: "02261", name: "Valdez-Cordova", kind: "census area", until: 2019, now: ["02066", "02063"] },
  { fips: "02270", name: "Wade Hampton", kind: "census area", until: 2015, now: ["02158"] },
  { fips: "09001", name: "Fairfield", kind: "county", until: 2022, now: ["09190", "09120"] },
  { fips: "09003", name: "Hartford", kind: "county", until: 2022, now: ["09110"] },
  { fips: "09005", name: "Litchfield", kind: "county", until: 2022, now: ["09160"] },
  { fips: "09007", name: "Middlesex", kind: "county", until: 2022, now: ["09130"] },
  { fips: "09009", name: "New Haven", kind: "county", until: 2022, now: ["09170", "09140"] },
  { fips: "09011", name: "New London", kind: "county", until: 2022, now: ["09180"] },
  { fips: "09013", name: "Tolland", kind: "county", until: 2022, now: ["09110"] },
  { fips: "09015", name: "Windham", kind: "county", until: 2022, now: ["09150"] },
  { fips: "46113", name: "Shannon", kind: "county", until: 2015, now: ["46102"] },
  { fips: "51515", name: "Bedford", kind: "independent city", until: 2013, now: ["51019"] },
];

/** Said wherever one of Connecticut's old counties is shown. */
export const CONNECTICUT_NOTE =
  "Connecticut’s eight counties gave way to nine planning regions in 2022. Their borders differ, so on the map an old county is drawn as the planning regions that hold most of it.";
