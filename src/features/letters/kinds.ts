export const LETTER_KINDS = [
  "invitation",
  "reminder",
  "follow-up-came",
  "follow-up-missed",
  "welcome",
  "agenda-note",
  "charter",
  "champion-briefing",
  "minutes",
  "champion-ask",
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

interface KindWords {
  /** As a heading: "Invitation". */
  one: string;
  /** What it is for, after the name of the kind. */
  about: string;
}

export const KIND_WORDS: Record<LetterKind, KindWords> = {
  invitation: { one: "Invitation", about: "A champion asks a peer to come to a meeting." },
  reminder: { one: "Reminder", about: "A few lines to those who have not answered yet." },
  "follow-up-came": {
    one: "Same-day follow-up",
    about: "On the day of the meeting, to those who came: thanks, what was decided, one thing to do.",
  },
  "follow-up-missed": {
    one: "Follow-up to those who could not come",
    about: "On the same day, to those who were missed: what was decided and how to join in.",
  },
  welcome: { one: "Welcome letter", about: "A champion’s personal letter to one new business." },
  "agenda-note": { one: "Agenda note", about: "A few days before: what is planned and how to prepare." },
  charter: { one: "Action team charter", about: "What a team sets out to do, by when, with whose help." },
  "champion-briefing": {
    one: "Champion briefing",
    about: "To the champions before a meeting: their part, minute by minute.",
  },
  minutes: {
    one: "Notes of the meeting",
    about: "The notes are there: where to read them and what comes next.",
  },
  "champion-ask": { one: "Asking a champion", about: "To a business leader who might lend name and voice." },
};

export const AUDIENCES = [
  "invited",
  "unanswered",
  "came",
  "could-not-come",
  "new-business",
  "chosen",
] as const;
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_WORDS: Record<Audience, string> = {
  invited: "Everybody on the guest list",
  unanswered: "Those who have not answered",
  came: "Those who came",
  "could-not-come": "Those who could not come",
  "new-business": "Businesses who came for the first time",
  chosen: "People chosen from the roster",
};

/** To whom a kind of letter goes, unless somebody says otherwise. */
export const USUAL_AUDIENCE: Record<LetterKind, Audience> = {
  invitation: "invited",
  reminder: "unanswered",
  "follow-up-came": "came",
  "follow-up-missed": "could-not-come",
  welcome: "new-business",
  "agenda-note": "invited",
  charter: "chosen",
  "champion-briefing": "chosen",
  minutes: "came",
  "champion-ask": "chosen",
};

export const SIGNINGS = ["team", "champion", "inviter"] as const;
export type Signing = (typeof SIGNINGS)[number];

export const SIGNING_WORDS: Record<Signing, string> = {
  team: "The team",
  champion: "One champion, for all",
  inviter: "For each, the champion who asks them",
};

export const USUAL_SIGNING: Partial<Record<LetterKind, Signing>> = {
  invitation: "inviter",
  welcome: "inviter",
};

/** In a champion's name nothing goes out that they, or who reads for them, have not seen. */
export function needsApproval({ signing }: { signing: Signing }): boolean {
  return signing !== "team";
}

/** Each by itself, not the round's text once for all. */
export function isReviewedOneByOne({ kind }: { kind: LetterKind }): boolean {
  return kind === "welcome";
}

export type RoundState = "draft" | "scheduled" | "sent";
export type LetterState = "draft" | "approved" | "sent-back" | "left-out" | "sent";
export type TemplateState = "site" | "own" | "offered" | "shared" | "declined" | "withdrawn";

export const MOST = {
  subject: 200,
  body: 12_000,
  greeting: 80,
  label: 80,
  word: 1_000,
  title: 120,
  about: 600,
};
