import type { Feature } from "#platform/feature.ts";
import { bringingRoutes } from "./bringing/routes.tsx";
import { companyRoutes } from "./company-routes.tsx";
import { organizationMerged, personMerged } from "./merging.ts";
import { personalRoster } from "./personal-roster.ts";
import { contactRoutes } from "./routes.tsx";
import { settingsRoutes } from "./settings-routes.tsx";
import { sharedTable } from "./shared-table.ts";
import { rosterPart } from "./table-part.tsx";
import "./tables.ts";

export const rosterFeature: Feature = {
  name: "roster",
  // What has a name of its own below /people stands before what an id may stand for.
  routes: [...bringingRoutes, ...contactRoutes, ...companyRoutes, ...settingsRoutes],
  partnershipParts: [sharedTable],
  tableParts: [rosterPart],
  personalData: [personalRoster],
  hears: { "person.merged": personMerged, "organization.merged": organizationMerged },
  eventWords: {
    "roster.contact-added": () => "put somebody on a partnership’s roster",
    "roster.contact-changed": () => "changed an entry on a partnership’s roster",
    "roster.contact-moved": () => "noted how far somebody on a partnership’s roster has come",
    "roster.contact-removed": () => "took somebody off a partnership’s roster",
    "roster.company-changed": () => "changed a company on a partnership’s roster",
    "roster.list-brought": ({ added }) =>
      `brought a list to a partnership’s roster, ${added ?? 0} people new`,
    "roster.settings-changed": () => "changed how a partnership’s team works",
  },
};
