import type { Feature } from "#platform/feature.ts";
import "./tables.ts";

export const meetingsFeature: Feature = {
  name: "meetings",
  routes: [],
  eventWords: {
    "meeting.planned": () => "planned a meeting of a partnership",
    "meeting.invited": () => "invited people to a partnership’s meeting",
  },
};
