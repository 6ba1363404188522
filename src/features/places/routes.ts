import { NotFound } from "#base/surprises.ts";
import { get, type HouseContext, type Route, reading } from "#platform/http/routes.ts";
import { countiesOf } from "./counties/counties.ts";
import { countyMap } from "./counties/county-map.ts";
import { findCounties } from "./counties/find.ts";
import { countyLabel } from "./counties/words.ts";
import { stateByCode } from "./states.ts";

const OFFERED = 8;
const LONGEST_QUESTION = 80;

/** What may be meant, while somebody types into a county picker. */
function suggestCounties(c: HouseContext): Response {
  const typed = (c.req.query("q") ?? "").slice(0, LONGEST_QUESTION);
  return c.json({ items: findCounties(typed, OFFERED).map(countyLabel) });
}

/** A state's counties as a county picker draws them. */
function showCounties(c: HouseContext): Response {
  const state = stateByCode(c.req.param("state") ?? "");
  if (!state) throw new NotFound();
  const map = countyMap([state.code]);
  const counties = countiesOf(state.code).flatMap((county) => {
    const middle = map.middle([county.fips]);
    if (!middle) return [];
    const [x, y] = middle;
    return { label: countyLabel(county), path: map.around([county.fips]), x, y };
  });
  return c.json({ name: state.name, viewBox: map.viewBox, counties });
}

export const routes: Route[] = [
  get("/places/counties", "everyone", suggestCounties),
  reading("/places/counties/:state", showCounties),
];
