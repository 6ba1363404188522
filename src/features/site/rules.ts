/** The teal of tokens.css: what stands while no color is set. */
export const HOUSE_COLOR = "#0b4a57";

/** The zones of the United States as people there call them; they stand first. */
const US_ZONES: readonly [zone: string, words: string][] = [
  ["America/New_York", "Eastern (New York)"],
  ["America/Chicago", "Central (Chicago)"],
  ["America/Denver", "Mountain (Denver)"],
  ["America/Phoenix", "Mountain without daylight saving time (Phoenix)"],
  ["America/Los_Angeles", "Pacific (Los Angeles)"],
  ["America/Anchorage", "Alaska (Anchorage)"],
  ["Pacific/Honolulu", "Hawaii (Honolulu)"],
  ["America/Puerto_Rico", "Atlantic (Puerto Rico)"],
  ["Pacific/Guam", "Chamorro (Guam)"],
  ["Pacific/Pago_Pago", "Samoa (Pago Pago)"],
];

const zones = Intl.supportedValuesOf("timeZone");

export function isTimeZone(zone: string): boolean {
  return zone === "UTC" || zones.includes(zone) || US_ZONES.some(([name]) => name === zone);
}

export interface ZoneGroup {
  label: string;
  zones: { value: string; label: string }[];
}

/** Every time zone there is, those of the United States first, the others by part of the world. */
export function zoneGroups(): ZoneGroup[] {
  const us = US_ZONES.map(([value, label]) => ({ value, label }));
  const taken = new Set(US_ZONES.map(([zone]) => zone));
  const others = zones.filter((zone) => zone.includes("/") && !taken.has(zone));
  const parts = [...new Set(others.map((zone) => zone.slice(0, zone.indexOf("/"))))];
  return [
    { label: "United States", zones: us },
    ...parts.map((part) => ({
      label: part,
      zones: others
        .filter((zone) => zone.startsWith(`${part}/`))
        .map((zone) => ({
          value: zone,
          label: zone
            .slice(part.length + 1)
            .replaceAll("_", " ")
            .replaceAll("/", ", "),
        })),
    })),
    { label: "No place", zones: [{ value: "UTC", label: "Coordinated Universal Time (UTC)" }] },
  ];
}

/** What the columns of the settings are called on the page and in the audit log. */
export const SETTING_WORDS: Record<string, string> = {
  name: "name",
  tagline: "tagline",
  description: "description",
  contact_email: "contact address",
  postal_address: "postal address",
  time_zone: "time zone",
  brand_color: "color",
};
