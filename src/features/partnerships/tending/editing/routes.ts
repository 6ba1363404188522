import { get, post, type Route } from "#platform/http/routes.ts";
import { TEND } from "../access.ts";
import { basicsForm } from "./basics.tsx";
import { champions } from "./champions.tsx";
import { formHandlers } from "./form-routes.tsx";
import { listRoutes } from "./list-routes.tsx";
import { milestones } from "./milestones.tsx";
import { partners } from "./partners.tsx";
import { placeForm } from "./place.tsx";
import { priorities } from "./priorities.tsx";
import type { SectionForm } from "./section.ts";

const basics = formHandlers((_c, tended) => basicsForm(tended) as SectionForm);
const place = formHandlers((_c, tended) => placeForm(tended));

export const editingRoutes: Route[] = [
  get("/partnerships/:slug/tend/basics", TEND, basics.show),
  post("/partnerships/:slug/tend/basics", TEND, basics.save),
  get("/partnerships/:slug/tend/place", TEND, place.show),
  post("/partnerships/:slug/tend/place", TEND, place.save),
  ...listRoutes(priorities),
  ...listRoutes(champions),
  ...listRoutes(partners),
  ...listRoutes(milestones),
];
