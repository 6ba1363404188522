import { CONNECTICUT_NOTE, stateByFips } from "#features/places/public.ts";
import type { PeriodPlan } from "./period-plan.ts";

const OUTSIDE = ["72", "78"];

/** What must be known about a period's figures, each in a sentence. */
export function periodNotes(plan: PeriodPlan): string[] {
  const areas = [...plan.found.map(({ area }) => area), ...plan.keeps];
  const year = Number(plan.period.slice(0, 4));
  const notes: string[] = [];
  if (plan.fromQuarters)
    notes.push(
      "The year of some areas was made from their four quarters: jobs are the average of twelve months.",
    );
  if (plan.statesToAddUp.length > 0)
    notes.push(
      `No file has ${listed(plan.statesToAddUp.map(({ fips }) => fips))} as a whole, so the counties were added up; where one of them is withheld the state has bounds, and a number only from BLS’s own time series.`,
    );
  if (plan.base === "added-up")
    notes.push(
      "BLS’s file of the nation is not here, so the 50 states and the District of Columbia were added up; what states withhold leaves bounds.",
    );
  if (plan.base === "missing")
    notes.push(
      "The nation is not here, so shares of the nation and location quotients cannot be told for this period.",
    );
  if (OUTSIDE.some((state) => areas.some((area) => area.startsWith(state))))
    notes.push(
      "Puerto Rico and the Virgin Islands are here, but BLS’s nation is the states and the District of Columbia without them.",
    );
  const connecticut = areas.filter((area) => /^09(?!000|99)/.test(area));
  if (connecticut.length > 0) {
    const old = connecticut.some((area) => Number(area.slice(2)) < 100);
    notes.push(
      `Connecticut has ${old ? "its eight former counties" : "its nine planning regions"} in ${year}, and BLS does not bridge the two. ${CONNECTICUT_NOTE}`,
    );
  }
  return notes;
}

function listed(states: readonly string[]): string {
  const names = states.map((fips) => stateByFips(fips)?.name ?? fips);
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
