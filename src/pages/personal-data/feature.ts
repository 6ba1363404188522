import type { Feature } from "#platform/feature.ts";
import { deskRoutes } from "./desk-routes.tsx";
import type { WholePerson } from "./holding.ts";
import { ownRoutes } from "./own-routes.tsx";

/** What the site holds about a person: theirs to see, to take along and to have deleted. */
export function personalDataFeature(whole: WholePerson): Feature {
  return {
    name: "personal data",
    routes: [...ownRoutes(whole), ...deskRoutes(whole)],
    nav: [{ place: "desk", label: "A person’s data", href: "/desk/people-data", order: 75 }],
    eventWords: {
      "person.copied": () => "took a copy of what this site holds about somebody who asked for it",
    },
  };
}
