import { countiesOf, countyListWords, stateByCode } from "#features/places/public.ts";
import type { PartnershipContent } from "../content.ts";

type Where = Pick<PartnershipContent, "counties" | "countiesKnown">;

/** The counties to draw: those that are told, or all of its states' where it works in the whole of them. */
export function drawnCounties({ counties, countiesKnown }: Where, states: readonly string[]): string[] {
  if (countiesKnown !== "whole-state") return counties;
  return states.flatMap((code) => countiesOf(code).map(({ fips }) => fips));
}

/** Where it works, in words that claim no more than is known; empty where nobody has told. */
export function whereWords({ counties, countiesKnown }: Where, states: readonly string[]): string {
  if (countiesKnown === "whole-state")
    return `All of ${states.map((code) => stateByCode(code)?.name ?? code).join(" and ")}`;
  const words = countyListWords(counties);
  return words && countiesKnown === "approximate" ? `${words}, as far as is known` : words;
}
