import type { IconName } from "#ui/icons.ts";
import { naicsTitle, overlaps, type SectorCode, shared } from "./naics.ts";
import type { Sector } from "./queries.ts";

/** The drawings that can stand for an industry, in words. */
export const SECTOR_ICONS = [
  { name: "heart-pulse", label: "Heart" },
  { name: "message-square", label: "Conversation" },
  { name: "factory", label: "Factory" },
  { name: "settings", label: "Gear" },
  { name: "cpu", label: "Chip" },
  { name: "truck", label: "Truck" },
  { name: "sprout", label: "Sprout" },
  { name: "mountain", label: "Mountain" },
  { name: "shirt", label: "Shirt" },
  { name: "hard-hat", label: "Hard hat" },
  { name: "zap", label: "Lightning" },
  { name: "bed-double", label: "Bed" },
  { name: "building-2", label: "Building" },
  { name: "hand-coins", label: "Coins" },
  { name: "graduation-cap", label: "Mortarboard" },
  { name: "lightbulb", label: "Light bulb" },
  { name: "megaphone", label: "Megaphone" },
  { name: "podcast", label: "Broadcast" },
  { name: "shield-check", label: "Shield" },
  { name: "layers", label: "Layers" },
] as const satisfies readonly { name: IconName; label: string }[];

export interface Overlap {
  sector: Sector;
  codes: SectorCode[];
}

/** Which of the others hold some of the same industries: allowed, but figures must not be added up. */
export function overlapping(own: readonly SectorCode[], others: readonly Sector[]): Overlap[] {
  return others.flatMap((sector) => {
    const codes = new Map<string, SectorCode>();
    for (const a of own) {
      for (const b of sector.codes) {
        const both = overlaps(a, b) ? shared(a, b) : undefined;
        if (both) codes.set(`${both.vintage} ${both.code}`, both);
      }
    }
    return codes.size > 0 ? [{ sector, codes: [...codes.values()] }] : [];
  });
}

/** Codes of one year as they stand in the form: one to a line, each with its title. */
export function codesText(codes: readonly SectorCode[], vintage: SectorCode["vintage"]): string {
  return codes
    .filter((code) => code.vintage === vintage)
    .map((code) => `${code.code}  ${naicsTitle(code) ?? ""}`.trim())
    .join("\n");
}

/** The codes once each, with the years they stand for: "62", or "511210 (2017)" where only one year has it. */
export function codeWords(codes: readonly SectorCode[]): string[] {
  const years = new Map<string, number[]>();
  for (const { code, vintage } of codes) years.set(code, [...(years.get(code) ?? []), vintage]);
  return [...years].map(([code, vintages]) => (vintages.length > 1 ? code : `${code} (${vintages[0]})`));
}

/** The same with what NAICS calls them, in the newest of their years. */
export function titledCodes(codes: readonly SectorCode[]): string[] {
  const newest = new Map(codes.map((code) => [code.code, code]));
  const words = codeWords(codes);
  return [...newest.values()].map((code, index) => `${words[index]} ${naicsTitle(code) ?? ""}`.trim());
}
