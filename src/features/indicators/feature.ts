import type { Feature } from "#platform/feature.ts";
import { linkRoutes } from "./assessing/link-routes.tsx";
import { INVITATION_MAIL } from "./assessing/mails.tsx";
import { respondentRoutes } from "./assessing/respondent-routes.tsx";
import { assessmentRoutes } from "./assessing/routes.tsx";
import { teamRoutes } from "./assessing/team-routes.tsx";
import { explainingRoutes } from "./explaining/routes.tsx";
import { namedByAnswers, personMerged } from "./merging.ts";
import { assessmentPart } from "./part.tsx";
import { personalAnswers } from "./personal-answers.ts";
import { deskRoutes } from "./sets/routes.tsx";
import { indicatorSitemap } from "./sources.ts";
import { indicatorStarter } from "./starter.ts";
import "./tables.ts";

const ofVersion = (verb: string) => (particulars: Record<string, unknown>) =>
  `${verb} version ${particulars.version ?? ""} of the indicators`;

const SHARED: Record<string, string> = {
  partnership: "its team alone",
  state: "its state’s lead",
  public: "everyone",
};

export const indicatorsFeature: Feature = {
  name: "indicators",
  routes: [
    ...explainingRoutes,
    ...linkRoutes,
    ...assessmentRoutes,
    ...respondentRoutes,
    ...teamRoutes,
    ...deskRoutes,
  ],
  partnershipParts: [assessmentPart],
  nav: [
    {
      place: "footer",
      group: "The network",
      label: "Is your partnership Next Gen?",
      href: "/indicators",
      order: 30,
    },
    { place: "desk", label: "Indicators", href: "/desk/indicators", order: 65 },
  ],
  sitemap: [indicatorSitemap],
  starter: [indicatorStarter],
  personalData: [personalAnswers],
  namedBy: [namedByAnswers],
  hears: { "person.merged": personMerged },
  privateMails: [INVITATION_MAIL],
  eventWords: {
    "indicators.drafted": ofVersion("began a draft of"),
    "indicators.changed": ofVersion("changed the draft of"),
    "indicators.draft-dropped": ofVersion("threw away the draft of"),
    "indicators.published": ofVersion("published"),
    "indicator-picture.drawn": ({ counted }) =>
      `drew the network’s picture of the indicators anew, with ${counted ?? 0} partnerships`,
    "assessment.opened": () => "began a look at a partnership by its indicators",
    "assessment.changed": () => "changed the day or note of a partnership’s look at itself",
    "assessment.dropped": () => "took away a partnership’s look at itself that was open",
    "assessment.invited": () => "asked somebody to answer a partnership’s indicators",
    "assessment.invitation-withdrawn": () => "took back an invitation to answer a partnership’s indicators",
    "assessment.answered": () => "answered a partnership’s indicators",
    "assessment.answer-set-aside": () => "set an answer to a partnership’s indicators aside",
    "assessment.team-answered": () => "wrote the team’s answer to a partnership’s indicators",
    "assessment.settled": () => "settled a partnership’s answer to the indicators",
    "assessment.shared": (particulars) =>
      `shared a partnership’s answer to the indicators with ${SHARED[String(particulars.with)] ?? "others"}${
        particulars.counted === true ? ", counted in the network’s picture" : ""
      }`,
  },
  subjectHref: (kind, id) =>
    kind === "indicator-set" ? (/^\d+$/.test(id) ? "/desk/indicators" : undefined) : undefined,
};
