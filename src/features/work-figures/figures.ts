import { Temporal } from "temporal-polyfill";
import { addDays, daysBetween } from "#base/days.ts";
import { dayOf } from "#base/local-time.ts";
import type { LettersTold, PlanFacts } from "#features/action-plans/public.ts";
import type { HeldMeeting } from "#features/meetings/public.ts";
import { middle } from "./state-sums/sums.ts";

/** How many spans of twelve months the pictures go back. */
export const YEARS = 5;

/** Twelve months that end on a day. */
export interface Span {
  from: Date;
  to: Date;
  /** First and last day, in the partnership's zone. */
  first: string;
  last: string;
}

/** Spans of twelve months that follow each other and end today, the newest first; one more than is shown. */
export function spansUntil(now: Date, zone: string): Span[] {
  const today = Temporal.PlainDate.from(dayOf(now, zone));
  const startOf = (day: Temporal.PlainDate) =>
    new Date(day.toZonedDateTime({ timeZone: zone }).epochMilliseconds);
  return Array.from({ length: YEARS + 1 }, (_, back) => {
    const last = today.subtract({ years: back });
    const first = today.subtract({ years: back + 1 }).add({ days: 1 });
    return {
      from: startOf(first),
      to: startOf(last.add({ days: 1 })),
      first: first.toString(),
      last: last.toString(),
    };
  });
}

/** A team's meetings of the whole partnership; what a few do among themselves has no ratio to watch. */
export const isOfWhole = ({ kind }: Pick<HeldMeeting, "kind">): boolean =>
  kind === "launch" || kind === "partnership";

export type Came = { company: string; firstEver: Date };

export interface BusinessYear {
  first: string;
  last: string;
  /** Companies that came to at least one meeting. */
  engaged: number;
  /** Of these: for the first time. */
  fresh: number;
  /** Of these: also in the twelve months before. */
  returning: number;
  /** Companies of the twelve months before; of none, there is no share to tell. */
  before: number;
}

/** Businesses in each span, the newest first. @param came by span, of the same length and order */
export function businessYears(spans: readonly Span[], came: readonly (readonly Came[])[]): BusinessYear[] {
  return spans.slice(0, -1).map((span, index) => {
    const here = came[index] ?? [];
    const before = new Set((came[index + 1] ?? []).map(({ company }) => company));
    return {
      first: span.first,
      last: span.last,
      engaged: here.length,
      fresh: here.filter(({ firstEver }) => firstEver >= span.from).length,
      returning: here.filter(({ company }) => before.has(company)).length,
      before: before.size,
    };
  });
}

export interface MeetingFigures {
  id: string;
  title: string;
  on: string;
  business: number;
  public: number;
  /** Businesses for each public partner; null where no public partner came. */
  ratio: number | null;
  /** From the meeting to its notes; null while there are none. */
  daysToNotes: number | null;
  /** Whether the follow-up went out on the meeting's day; null where none went out. */
  sameDay: boolean | null;
}

export function meetingFigures(
  meetings: readonly HeldMeeting[],
  letters: Pick<LettersTold, "followUps">,
  zone: string,
): MeetingFigures[] {
  return meetings.map((meeting) => {
    const on = dayOf(meeting.startsAt, zone);
    const followUp = letters.followUps.get(meeting.id);
    return {
      id: meeting.id,
      title: meeting.title,
      on,
      business: meeting.business,
      public: meeting.public,
      ratio: meeting.public === 0 ? null : meeting.business / meeting.public,
      daysToNotes: meeting.notesPublishedAt
        ? Math.max(0, daysBetween(on, dayOf(meeting.notesPublishedAt, zone)))
        : null,
      sameDay: followUp ? dayOf(followUp, zone) === dayOf(meeting.endedAt, zone) : null,
    };
  });
}

/** One figure as it stands: what it is called, what it says, and how it is counted. */
export interface Figure {
  key: string;
  title: string;
  /** In words; where nothing can be told, why. */
  value: string;
  formula: string;
}

export interface Sources {
  today: string;
  years: readonly BusinessYear[];
  meetings: readonly MeetingFigures[];
  plan: PlanFacts | undefined;
  letters: LettersTold;
  /** The launch, where one was held. */
  launchedOn: string | null;
}

export function figuresNow({ today, years, meetings, plan, letters, launchedOn }: Sources): Figure[] {
  const [year] = years;
  const last = meetings.at(-1);
  const noted = meetings.flatMap(({ daysToNotes }) => daysToNotes ?? []);
  const since = addDays(today, -365);
  const lately = meetings.filter(({ on }) => on > since);
  const followed = lately.filter(({ sameDay }) => sameDay === true).length;
  const welcomes = letters.welcomes
    .filter(({ at }) => at.toISOString().slice(0, 10) > since)
    .reduce((sum, one) => sum + one.letters, 0);
  return [
    {
      key: "engaged",
      title: "Businesses engaged",
      value: String(year?.engaged ?? 0),
      formula: "Different companies that came to at least one meeting in the last 12 months.",
    },
    {
      key: "new",
      title: "New businesses",
      value: String(year?.fresh ?? 0),
      formula: "Of these, companies whose first meeting ever was in the last 12 months.",
    },
    {
      key: "retained",
      title: "Retained",
      value: year && year.before > 0 ? share(year.returning, year.before) : "No 12 months before to compare",
      formula:
        "Companies that came in the last 12 months and in the 12 months before, divided by all that came in the 12 months before.",
    },
    {
      key: "ratio",
      title: "Business to public, last meeting",
      value: last ? ratioWords(last) : "No meeting was held yet",
      formula:
        "People who came for a business, divided by people who came for a public partner. Above 1 is the aim.",
    },
    {
      key: "led",
      title: "Priorities led by business",
      value: plan && plan.priorities > 0 ? share(plan.ledByBusiness, plan.priorities) : "No priorities yet",
      formula: "Priorities with a business lead, divided by all priorities that are not set aside.",
    },
    {
      key: "review",
      title: "Days since the plan was reviewed",
      value: plan?.reviewedOn ? String(daysBetween(plan.reviewedOn, today)) : "Not reviewed yet",
      formula: "From the day of the newest review of the action plan to today.",
    },
    {
      key: "owned",
      title: "Actions with an owner and a day",
      value: plan && plan.inWork > 0 ? share(plan.ownedAndDated, plan.inWork) : "No action in work",
      formula: "Actions in work that have both, divided by all actions in work.",
    },
    {
      key: "late",
      title: "Actions past their day",
      value: plan && plan.inWork > 0 ? share(plan.late, plan.inWork) : "No action in work",
      formula: "Actions in work whose day is over, divided by all actions in work.",
    },
    {
      key: "win",
      title: "Days to the first quick win",
      value:
        plan?.firstQuickWinOn && launchedOn && plan.firstQuickWinOn >= launchedOn
          ? String(daysBetween(launchedOn, plan.firstQuickWinOn))
          : "No quick win since a launch yet",
      formula: "From the day of the first launch meeting to the day the first quick win was done.",
    },
    {
      key: "notes",
      title: "Days to notes",
      value: noted.length > 0 ? String(middle(noted)) : "No notes published yet",
      formula: "From each meeting’s day to the day its notes were published; the middle one of all meetings.",
    },
    {
      key: "same-day",
      title: "Follow-up on the same day",
      value:
        lately.length > 0
          ? `${followed} of ${lately.length} ${lately.length === 1 ? "meeting" : "meetings"}`
          : "No meeting in the last 12 months",
      formula:
        "Meetings of the last 12 months whose follow-up to those who came went out on the day of the meeting.",
    },
    {
      key: "welcomes",
      title: "Welcome letters sent",
      value: String(welcomes),
      formula: "Welcome letters from champions to new businesses that went out in the last 12 months.",
    },
  ];
}

export function ratioWords({ business, public: others, ratio }: MeetingFigures): string {
  return ratio === null ? `${business} to 0` : `${business} to ${others} (${ratio.toFixed(1)})`;
}

export function share(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100)} % (${part} of ${whole})`;
}
