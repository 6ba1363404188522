import type { Feature } from "#platform/feature.ts";
import { agendaRoutes } from "./agenda/routes.tsx";
import { ANSWER_MAIL } from "./answering/mails.tsx";
import { answeringRoutes } from "./answering/routes.tsx";
import { askingJobs } from "./asking/jobs.ts";
import { CONFIRM_MAIL, DECLINED_MAIL, WELCOME_MAIL } from "./asking/mails.tsx";
import { askingRoutes } from "./asking/routes.tsx";
import { ownDoorRoutes } from "./door/own-routes.tsx";
import { teamDoorRoutes } from "./door/team-routes.tsx";
import { guestRoutes } from "./guest-list/routes.tsx";
import { launchRoom } from "./launch-room/plug.ts";
import { NOTES_MAIL } from "./notes/mails.tsx";
import { notesRoutes } from "./notes/routes.tsx";
import { paperRoutes } from "./papers/routes.tsx";
import { personalMeetings } from "./personal-meetings.ts";
import { CANCELLED_MAIL, MOVED_MAIL } from "./planning/mails.tsx";
import { planningRoutes } from "./planning/routes.tsx";
import { runningRoutes } from "./running/routes.ts";
import { meetingsPart } from "./table-part.tsx";
import "./tables.ts";

export const meetingsFeature: Feature = {
  name: "meetings",
  // What has a name of its own stands before what an id or a token may stand for.
  routes: [
    ...planningRoutes,
    ...agendaRoutes,
    ...askingRoutes,
    ...guestRoutes,
    ...answeringRoutes,
    ...teamDoorRoutes,
    ...ownDoorRoutes,
    ...runningRoutes,
    ...notesRoutes,
    ...paperRoutes,
    ...launchRoom.routes,
  ],
  jobs: askingJobs,
  tableParts: [meetingsPart],
  personalData: [...launchRoom.personalData, personalMeetings],
  privateMails: [
    ANSWER_MAIL,
    CONFIRM_MAIL,
    WELCOME_MAIL,
    DECLINED_MAIL,
    NOTES_MAIL,
    CANCELLED_MAIL,
    MOVED_MAIL,
  ],
  eventWords: {
    ...launchRoom.eventWords,
    "meeting.planned": () => "planned a meeting of a partnership",
    "meeting.changed": () => "changed when, where or what a partnership’s meeting is",
    "meeting.cancelled": () => "called off a partnership’s meeting",
    "meeting.agenda-written": () => "wrote the agenda of a partnership’s meeting",
    "meeting.guests-listed": ({ guests }) =>
      `put ${guests === 1 ? "somebody" : `${guests ?? "some"} people`} on the guest list of a partnership’s meeting`,
    "meeting.guest-changed": () => "changed an entry on the guest list of a partnership’s meeting",
    "meeting.guest-withdrawn": () => "took somebody off the guest list of a partnership’s meeting",
    "meeting.link-renewed": () => "made another link for a guest of a partnership’s meeting",
    "meeting.invited": () => "invited people to a partnership’s meeting",
    "meeting.answered": () => "answered an invitation to a partnership’s meeting",
    "meeting.link-opened": () => "opened a link by which people ask to come to a partnership’s meeting",
    "meeting.link-closed": () => "closed the link by which people ask to come to a partnership’s meeting",
    "meeting.asked-to-come": () => "asked to come to a partnership’s meeting",
    "meeting.asker-answered": () => "answered somebody who asked to come to a partnership’s meeting",
    "meeting.door-renewed": () => "made another code for the door of a partnership’s meeting",
    "meeting.opened": () => "opened a partnership’s meeting",
    "meeting.guest-came": () => "noted that somebody came to a partnership’s meeting",
    "meeting.guest-not-there": () => "took back that somebody came to a partnership’s meeting",
    "meeting.held": ({ business, public: others }) =>
      `ended a partnership’s meeting, with ${business ?? 0} from business and ${others ?? 0} support partners`,
    "meeting.reopened": () => "took a partnership’s meeting up again",
    "meeting.notes-written": () => "wrote the notes of a partnership’s meeting",
    "meeting.notes-published": () => "sent the notes of a partnership’s meeting to those who came",
    "meeting.notes-sent": () => "sent the notes of a partnership’s meeting to some more who came",
  },
};
