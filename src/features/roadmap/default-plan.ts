import { tablePath } from "#features/partnerships/public.ts";
import type { EventName } from "#platform/telling.ts";
import type { PhaseKey } from "./phases.ts";

/** A step of the plan that a partnership begins with; each may be changed, moved or set aside. */
export interface PlannedStep {
  key: string;
  phase: PhaseKey;
  title: string;
  note: string;
  /** From the launch; before it negative. */
  days: number;
  /** Where its document or its work is. */
  place: { label: string; href(slug: string): string };
  /** What, when it happens, ticks the step; with the kind of meeting where only one will do. */
  ticks?: { event: EventName; kind?: string; how: string };
}

const WEEK = 7;
const table =
  (...rest: string[]) =>
  (slug: string) =>
    tablePath(slug, ...rest);

/**
 * From academy to second meeting in some eight months, as partnerships that launched well have told it: Wyoming's took
 * six to seven months from their academy to their launch. A team moves what does not fit.
 */
export const DEFAULT_PLAN: readonly PlannedStep[] = [
  {
    key: "team",
    phase: "team",
    title: "Gather the support team and agree who convenes",
    note: "Six to twelve people who can decide for their organization: college, schools, workforce board, economic developer, chamber. Write down who invites, who facilitates, who takes notes and who follows up.",
    days: -20 * WEEK,
    place: { label: "Your people", href: (slug) => `${tablePath(slug, "people")}?side=public` },
  },
  {
    key: "figures",
    phase: "sector",
    title: "Look at the region’s industries together",
    note: "Jobs, growth, concentration and pay, beside what people there know that no figure shows.",
    days: -16 * WEEK,
    place: { label: "Job data", href: () => "/industry" },
  },
  {
    key: "sector",
    phase: "sector",
    title: "Choose the sector and keep the decision",
    note: "First or next sector, with figures, weights, who agreed and who did not.",
    days: -14 * WEEK,
    place: { label: "Your regions", href: () => "/industry/regions" },
    ticks: { event: "sector-decision.made", how: "The decision was recorded." },
  },
  {
    key: "champions",
    phase: "prepare",
    title: "Ask two to six champions",
    note: "Leaders who care about their company, their industry and their community, asked in person by somebody they know.",
    days: -12 * WEEK,
    place: { label: "Your champions", href: (slug) => `${tablePath(slug, "people")}?champions=yes` },
    ticks: { event: "roster.contact-moved", how: "Two champions are willing." },
  },
  {
    key: "date",
    phase: "prepare",
    title: "Set the date and the place of the launch",
    note: "About two hours, in a room with an inner table for business and a circle around it.",
    days: -10 * WEEK,
    place: { label: "Meetings", href: table("meetings") },
    ticks: { event: "meeting.planned", kind: "launch", how: "The launch meeting was planned." },
  },
  {
    key: "invitations",
    phase: "prepare",
    title: "Send the invitations in the champions’ names",
    note: "To the businesses of the whole region, from several leaders at once.",
    days: -6 * WEEK,
    place: { label: "Letters", href: table("letters") },
    ticks: { event: "meeting.invited", how: "The first invitations went out." },
  },
  {
    key: "reminders",
    phase: "prepare",
    title: "Remind those who have not answered, and prepare the champions",
    note: "Each champion calls five to ten peers. Tell them what they will say and who else comes.",
    days: -3 * WEEK,
    place: { label: "Meetings", href: table("meetings") },
  },
  {
    key: "print",
    phase: "prepare",
    title: "Confirm and print",
    note: "Name tents, sign-in sheet, agenda, ballots, roles for the day.",
    days: -WEEK,
    place: { label: "Meetings", href: table("meetings") },
  },
  {
    key: "launch",
    phase: "launch",
    title: "Hold the launch meeting",
    note: "Business talks, public partners listen. Opportunities, a short list of priorities, and hands up for each.",
    days: 0,
    place: { label: "Meetings", href: table("meetings") },
    ticks: { event: "meeting.held", kind: "launch", how: "The launch was held." },
  },
  {
    key: "same-day",
    phase: "launch",
    title: "Send the same-day follow-up",
    note: "Thanks, what was decided, when the notes come, and one thing to do.",
    days: 0,
    place: { label: "Letters", href: table("letters") },
    ticks: { event: "letters.follow-up-sent", how: "The follow-up went out." },
  },
  {
    key: "notes",
    phase: "act",
    title: "Publish the notes",
    note: "While people still remember what they said.",
    days: 3,
    place: { label: "Meetings", href: table("meetings") },
    ticks: { event: "meeting.notes-published", how: "The notes were published." },
  },
  {
    key: "welcomes",
    phase: "act",
    title: "Welcome each new business personally",
    note: "A letter from the champion to each, and a word to those who could not come.",
    days: WEEK,
    place: { label: "Letters", href: table("letters") },
    ticks: { event: "letters.welcome-sent", how: "The welcome letters went out." },
  },
  {
    key: "teams",
    phase: "act",
    title: "First calls of the action teams",
    note: "A business lead, a support lead, a charter, and a first thing to do in ninety days.",
    days: 3 * WEEK,
    place: { label: "Action plan", href: table("plan") },
    ticks: { event: "action-plan.team-met", how: "An action team met." },
  },
  {
    key: "plan",
    phase: "act",
    title: "First version of the action plan",
    note: "Each action with an owner and a date.",
    days: 6 * WEEK,
    place: { label: "Action plan", href: table("plan") },
    ticks: { event: "action-plan.reviewed", how: "The team reviewed the plan." },
  },
  {
    key: "second-meeting",
    phase: "sustain",
    title: "Second full meeting, with a quick win to show",
    note: "Business leads report. New businesses are welcomed. The next priorities are named.",
    days: 12 * WEEK,
    place: { label: "Meetings", href: table("meetings") },
    ticks: { event: "meeting.held", kind: "partnership", how: "The meeting was held." },
  },
];
