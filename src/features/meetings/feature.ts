import type { Feature } from "#platform/feature.ts";
import { launchRoom } from "./launch-room/plug.ts";
import "./tables.ts";

export const meetingsFeature: Feature = {
  name: "meetings",
  routes: [...launchRoom.routes],
  eventWords: {
    ...launchRoom.eventWords,
    "meeting.planned": () => "planned a meeting of a partnership",
    "meeting.invited": () => "invited people to a partnership’s meeting",
  },
};
