import type { Feature } from "#platform/feature.ts";
import { meetingHeld } from "./after-meeting.ts";
import { letterJobs } from "./jobs.ts";
import { templateRoutes } from "./library/routes.tsx";
import { wordFileRoutes } from "./library/word-file-routes.ts";
import { paperRoutes } from "./paper/routes.tsx";
import { contactRemoved, personalLetters } from "./personal-letters.ts";
import { REVIEW_MAIL } from "./reviews/mails.tsx";
import { reviewRoutes } from "./reviews/routes.tsx";
import { LETTER_MAIL } from "./rounds/sending.ts";
import { librarySitemap, offerQueue } from "./sources.ts";
import { letterStarter } from "./starter.ts";
import { stopRoutes } from "./stop-routes.tsx";
import { lettersPart } from "./table-part.tsx";
import { letterRoutes } from "./team/letter-routes.tsx";
import { roundRoutes } from "./team/round-routes.tsx";
import { textRoutes } from "./team/text-routes.tsx";
import "./tables.ts";

const ofLetters = (verb: string) => (particulars: Record<string, unknown>) => {
  const count = Number(particulars.letters ?? 0);
  return `${verb} ${count === 1 ? "one letter" : `${count} letters`} of a partnership`;
};

export const lettersFeature: Feature = {
  name: "letters",
  // What has a name of its own in its address goes before what an id may stand for.
  routes: [
    ...templateRoutes,
    ...wordFileRoutes,
    ...paperRoutes,
    ...roundRoutes,
    ...textRoutes,
    ...letterRoutes,
    ...reviewRoutes,
    ...stopRoutes,
  ],
  jobs: letterJobs,
  hears: { "meeting.held": meetingHeld, "roster.contact-removed": contactRemoved },
  tableParts: [lettersPart],
  queues: [offerQueue],
  sitemap: [librarySitemap],
  starter: [letterStarter],
  personalData: [personalLetters],
  privateMails: [LETTER_MAIL, REVIEW_MAIL],
  nav: [
    {
      place: "footer",
      group: "The network",
      label: "A library of letters",
      href: "/letters/library",
      order: 40,
    },
  ],
  eventWords: {
    "letters.round-opened": () => "began letters of a partnership",
    "letters.round-changed": () => "changed the text of a partnership’s letters",
    "letters.round-dropped": () => "took letters of a partnership away that had not gone out",
    "letters.round-scheduled": () => "planned when a partnership’s letters go out",
    "letters.round-unscheduled": () => "took back when a partnership’s letters go out",
    "letters.letter-changed": () => "changed one letter of a partnership",
    "letters.review-asked": () => "asked a champion to read a partnership’s letters",
    "letters.review-ended": () => "ended a link to a partnership’s letters",
    "letters.approved": () => "approved letters of a partnership",
    "letters.sent-back": () => "sent letters of a partnership back with a word",
    "letters.sent": ofLetters("sent"),
    "letters.follow-up-sent": ofLetters("sent the follow-up of a meeting,"),
    "letters.welcome-sent": ofLetters("sent the welcome,"),
    "letters.came-back": () => "noted that a partnership’s letter came back",
    "letters.printed": ofLetters("made on paper"),
    "letters.text-kept": () => "kept a partnership’s own text for letters",
    "letters.text-offered": () => "offered a text to the library of letters",
    "letters.text-withdrawn": () => "took a text out of the library of letters",
    "letters.text-shared": () => "took a text into the library of letters",
    "letters.text-declined": () => "did not take a text into the library of letters",
    "letters.word-file-added": () => "sent in a partnership’s own Word file",
    "letters.word-file-removed": () => "took a partnership’s own Word file away",
  },
};
