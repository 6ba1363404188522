import type { Guest, Meeting } from "#features/meetings/public.ts";
import { dayWords, hoursWords, nextMeetingOf, rsvpHref, whenWords } from "#features/meetings/public.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { type Contact, firstNameOf } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { asMarkdown, typedWords, type Values } from "../fields.ts";
import { type Outcomes, outcomesOf } from "./outcomes.ts";
import type { Letter, Round } from "./queries.ts";

/** What a round knows for all its letters. */
export interface RoundFacts {
  workspace: Workspace;
  round: Round;
  meeting: Meeting | null;
  next: Meeting | null;
  outcomes: Outcomes;
}

/** At most four queries, however many letters there are. */
export async function roundFacts(
  ctx: Ctx,
  workspace: Workspace,
  round: Round,
  meeting: Meeting | null,
): Promise<RoundFacts> {
  const next = await nextMeetingOf(ctx, workspace.id);
  return {
    workspace,
    round,
    meeting,
    next: next && next.id !== meeting?.id ? next : null,
    outcomes: meeting ? await outcomesOf(ctx, meeting) : { priorities: [], signUps: [] },
  };
}

const typed = (words: string) => asMarkdown(typedWords(words));
const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join("\n");

/** What every letter of the round says alike. */
export function sharedValues({ workspace, round, meeting, next, outcomes }: RoundFacts): Values {
  return {
    partnership: workspace.name,
    region: workspace.region,
    sender: round.repliesTo?.name || round.repliesTo?.email || null,
    meeting: meeting?.title ?? null,
    meetingDay: meeting && dayWords(meeting),
    meetingTime: meeting && hoursWords(meeting),
    meetingPlace: meeting && ([meeting.place, meeting.address].filter(Boolean).join(", ") || null),
    purpose: meeting?.purpose || null,
    agenda: meeting && list(meeting.agenda.map(agendaLine)),
    notesDay: meeting?.notesPromisedOn ? dayOfNotes(meeting.notesPromisedOn) : null,
    nextMeeting: next
      ? `We meet again on ${whenWords(next)}.`
      : "The next date is being set, and you will be among the first to hear it.",
    priorities: list(
      outcomes.priorities.map(
        ({ title, votes }) => `**${typed(title)}** (${votes === 1 ? "1 vote" : `${votes} votes`})`,
      ),
    ),
    signUps: list(
      outcomes.signUps.map(({ title, names }) => `${typed(title)}: ${names.map(typed).join(", ")}`),
    ),
    action: round.action && `**[${typed(round.action.label)}](<${round.action.url}>)**`,
  };
}

/** "Wednesday, October 10". */
function dayOfNotes(iso: string): string {
  const words = new Intl.DateTimeFormat("en-US", {
    timeZone: "UTC",
    weekday: "long",
    month: "long",
    day: "numeric",
  });
  return words.format(new Date(`${iso}T12:00:00Z`));
}

function agendaLine({ minutes, title, lead }: Meeting["agenda"][number]): string {
  return `${typed(title)}${lead ? `, ${typed(lead)}` : ""} (${minutes} minutes)`;
}

/** What one letter says to one person. */
export function valuesFor(
  ctx: Pick<Ctx, "seal" | "site">,
  facts: RoundFacts,
  shared: Values,
  to: { contact: Contact | null; guest: Guest | null; letter: Letter | null; signer: Contact | null },
): Values {
  const { contact, guest, letter, signer } = to;
  const first = contact && firstNameOf(contact);
  return {
    ...shared,
    greeting: first ? `Dear ${first}` : facts.round.unknownGreeting,
    name: contact?.name ?? null,
    company: contact?.company?.name ?? guest?.company?.name ?? null,
    title: contact?.title || null,
    caresAbout: letter?.facts.caresAbout || contact?.caresAbout || null,
    met: letter?.facts.met || null,
    champion: signer?.name ?? null,
    championTitle: signer?.title || null,
    championCompany: signer?.company?.name ?? null,
    rsvpLink: guest?.linkKey ? ctx.site.url + rsvpHref(ctx, guest) : null,
  };
}
