import type { MeetingKind } from "../kinds.ts";
import type { AgendaItem } from "../tables.ts";

/** Who leads an item of a template; the meeting's own names take their place. */
const CHAMPION = "A business champion";
const FACILITATOR = "The facilitator";
const CONVENER = "The convener";

const item = (minutes: number, title: string, lead: string, note = ""): AgendaItem => ({
  minutes,
  title,
  lead,
  note,
});

/**
 * Our own agendas, to begin with. In the meetings of a partnership, business sits at the inner table and speaks first;
 * public partners sit around it, listen, and are asked at the end.
 */
const TEMPLATES: Record<MeetingKind, { minutes: number; items: readonly AgendaItem[] }> = {
  launch: {
    minutes: 120,
    items: [
      item(
        10,
        "Welcome",
        CHAMPION,
        "Why I am here, why now, and what I hope we will have done together in a year.",
      ),
      item(
        15,
        "Who is in the room",
        FACILITATOR,
        "Businesses first: name, company, one thing that is going well. Then public partners: name and organization, no more.",
      ),
      item(
        5,
        "How we work today",
        FACILITATOR,
        "Business talks at the inner table. Public partners listen from the circle around it, take notes and keep their programs for later.",
      ),
      item(
        30,
        "Opportunities: what could make our industry stronger here?",
        CHAMPION,
        "Every business says at least one. All of them are written where everyone can read them.",
      ),
      item(15, "What belongs together", FACILITATOR, "Group what was said, and give each group a name."),
      item(
        10,
        "Votes",
        FACILITATOR,
        "Each company has one set of votes. Show the result when all have voted.",
      ),
      item(
        20,
        "Who takes part in what",
        CHAMPION,
        "For each of the top priorities: one champion, then members. Public partners say where they can support.",
      ),
      item(
        10,
        "What public partners heard",
        CONVENER,
        "A minute each: what surprised me, what I can bring. No counter-proposals.",
      ),
      item(
        5,
        "Next steps and thanks",
        CHAMPION,
        "When notes come, when we meet again, and one thing to do by then.",
      ),
    ],
  },
  partnership: {
    minutes: 90,
    items: [
      item(5, "Welcome, and welcome to those who are new", CHAMPION),
      item(10, "Who is in the room", FACILITATOR, "Businesses first, and briefly."),
      item(
        25,
        "What the action teams have done",
        "The business lead of each team",
        "What is done, what is stuck, what is needed from this room.",
      ),
      item(
        20,
        "What has changed for our companies",
        CHAMPION,
        "New opportunities, new needs. Business first; public partners listen.",
      ),
      item(
        15,
        "Decisions and sign-up",
        FACILITATOR,
        "What goes on, what ends, what begins, and who takes part.",
      ),
      item(10, "What public partners can bring", CONVENER),
      item(5, "Next steps and thanks", CHAMPION),
    ],
  },
  "action-team": {
    minutes: 60,
    items: [
      item(5, "Hello, and what we want from this hour", "The team’s business lead"),
      item(
        15,
        "What we said we would do",
        "The team’s business lead",
        "Action by action: done, on track, stuck.",
      ),
      item(25, "The next piece of work", "The team’s business lead"),
      item(10, "Who does what by when", "The support lead", "Each action has an owner and a day."),
      item(5, "When we meet again", "The support lead"),
    ],
  },
  "support-team": {
    minutes: 60,
    items: [
      item(5, "Hello", CONVENER),
      item(15, "What industry asked for", CONVENER, "In their words, from the last meeting’s notes."),
      item(25, "Who can bring what", FACILITATOR, "One answer from all of us, not one from each."),
      item(10, "What we tell the businesses, and who tells them", CONVENER),
      item(5, "Next steps", CONVENER),
    ],
  },
  champions: {
    minutes: 45,
    items: [
      item(5, "Thank you for doing this", CONVENER),
      item(
        10,
        "The meeting, minute by minute",
        FACILITATOR,
        "Who opens, who asks the questions, who closes.",
      ),
      item(
        10,
        "What you will say",
        CHAMPION,
        "Your own company, the industry, this community: two minutes each.",
      ),
      item(15, "Whom you will call", CONVENER, "Five to ten peers each, from the call sheet."),
      item(5, "Anything that worries you", CONVENER),
    ],
  },
};

/** The agenda to begin with. @param welcomes the champion's name where one was chosen */
export function templateFor(kind: MeetingKind, welcomes?: string): AgendaItem[] {
  return TEMPLATES[kind].items.map((one) => ({
    ...one,
    lead: welcomes && one.lead === CHAMPION ? welcomes : one.lead,
  }));
}

/** How long a meeting of this kind usually takes. */
export function usualMinutes(kind: MeetingKind): number {
  return TEMPLATES[kind].minutes;
}

export function minutesOf(agenda: readonly Pick<AgendaItem, "minutes">[]): number {
  return agenda.reduce((sum, { minutes }) => sum + minutes, 0);
}
