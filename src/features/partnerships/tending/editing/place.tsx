import { done, hasProblems, joinProblems, type Outcome, problem, refused } from "#base/outcome.ts";
import {
  countyByFips,
  countyLabel,
  countyWords,
  parseCounties,
  presentCounties,
  stateByCode,
} from "#features/places/public.ts";
import { listOf, parse, textOf } from "#platform/http/forms.ts";
import type { PartnershipContent } from "../../content.ts";
import { tendPath } from "../paths.ts";
import type { Tended } from "../queries.ts";
import { COUNTIES_KNOWN_WORDS, SETTING_WORDS, wordIn } from "../words.ts";
import { PlaceForm } from "./forms.ts";
import type { SectionForm } from "./section.ts";
import { PlaceFields } from "./views/place-fields.tsx";

type Place = Pick<
  PartnershipContent,
  "region" | "setting" | "states" | "counties" | "countiesKnown" | "countiesNote"
>;

/** Where it works: its region in words, its states and counties. */
export function placeForm({ slug, content }: Tended): SectionForm {
  return {
    title: "Where it works",
    lede: "The region in your words, and the counties that the map and the state’s page show.",
    action: tendPath(slug, "place"),
    back: { href: tendPath(slug), label: content.name },
    save: "Save",
    scripts: ["writing.js", "county-picker.js"],
    labels: {
      region: "Region",
      setting: "Setting",
      state: "State",
      alsoStates: "Other states",
      counties: "Counties",
      countiesKnown: "How well they are known",
      countiesNote: "Note on the counties",
    },
    stored: (content) => ({
      region: content.region,
      setting: content.setting ?? "",
      state: content.states[0] ?? "",
      alsoStates: content.states.slice(1),
      counties: content.counties
        .flatMap((fips) => {
          const county = countyByFips(fips);
          return county ? [countyLabel(county)] : [];
        })
        .join("\n"),
      countiesKnown: content.countiesKnown,
      countiesNote: content.countiesNote,
    }),
    choices: async () => undefined,
    async read(_ctx, values) {
      const place = readPlace(values);
      return place.ok
        ? done({ note: "Where it works", change: (_ctx, page) => ({ ...page, ...place.value }) })
        : place;
    },
    fields: (state) => <PlaceFields {...state} />,
    told: (values) => ({
      ...values,
      state: stateByCode(textOf(values, "state"))?.name ?? "",
      alsoStates: listOf(values, "alsoStates").map((code) => stateByCode(code)?.name ?? code),
      countiesKnown: wordIn(COUNTIES_KNOWN_WORDS, textOf(values, "countiesKnown")),
      setting: wordIn(SETTING_WORDS, textOf(values, "setting")),
    }),
  };
}

/** What was typed about a place, with every problem at its field. */
export function readPlace(values: unknown): Outcome<Place> {
  const form = parse(PlaceForm, values);
  if (!form.ok) return form;
  const { state, alsoStates, counties: typed, ...rest } = form.value;
  const states = readStates(state, alsoStates);
  if (!states.ok) return states;
  const found = parseCounties(typed, { states: states.value, field: "counties" });
  if (!found.ok) return found;
  // Former codes give way to the present atlas's, whose borders are near and not the same.
  const counties = presentCounties(found.value);
  const outside = counties.find((fips) => !states.value.includes(countyByFips(fips)?.state ?? ""));
  const problems = joinProblems(
    outside
      ? problem("counties", `${countyWords(countyByFips(outside)!)} is in none of the states above.`).problems
      : undefined,
    knownProblem(rest.countiesKnown, counties),
  );
  if (hasProblems(problems)) return refused(problems);
  const wasFormer = counties.join() !== found.value.join();
  const countiesKnown = wasFormer && rest.countiesKnown === "exact" ? "approximate" : rest.countiesKnown;
  return done({ ...rest, states: states.value, counties, countiesKnown });
}

function readStates(main: string, others: readonly string[]): Outcome<string[]> {
  if (!stateByCode(main)) return problem("state", "Choose the state it is at home in.");
  const unknown = others.find((code) => !stateByCode(code));
  if (unknown) return problem("alsoStates", "One of these is no state. Please choose again.");
  return done([...new Set([main, ...others])]);
}

function knownProblem(known: Place["countiesKnown"], counties: readonly string[]) {
  const named = counties.length > 0;
  if (known === "unknown" && named)
    return problem("countiesKnown", "Counties are named above, so say whether these are all of them.")
      .problems;
  if ((known === "exact" || known === "approximate") && !named)
    return problem("counties", "Name the counties, or say below that they are not known.").problems;
  return undefined;
}
