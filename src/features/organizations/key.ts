import { foldText } from "#base/words/words-of.ts";

/** What lawyers add to a name and nobody says. */
const LEGAL =
  /(?: (?:inc|incorporated|llc|l l c|corp|corporation|co|company|ltd|limited|lp|llp|plc|pllc|pc|na|n a))+$/;

/**
 * A name without what people write differently: "Höegh & Sons, Inc." and "hoegh and sons" have one key. Only the name
 * of a thing is left, so two organizations may share it; the state tells them apart.
 */
export function organizationKey(name: string): string {
  const plain = foldText(name)
    .replace(/&/g, " and ")
    .replace(/['’.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const short = plain.replace(LEGAL, "").replace(/^the /, "");
  return short || plain || name.trim().toLowerCase();
}
