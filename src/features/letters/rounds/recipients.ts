import { type Guest, guestsOf, type Meeting, meetingById } from "#features/meetings/public.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { type Contact, contactsByIds, nameOrAddress } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { FIELDS, type FieldName, type Values } from "../fields.ts";
import { isReviewedOneByOne, needsApproval } from "../kinds.ts";
import { type Composed, compose } from "../writing.tsx";
import { type RoundFacts, roundFacts, sharedValues, valuesFor } from "./facts.ts";
import { type Letter, lettersOf, type Round } from "./queries.ts";
import { approvalsOf } from "./reviews.ts";

/** Somebody in a round's audience, with the letter they would get. */
export interface Recipient {
  /** The contact's id, or the guest's where the contact is gone from the roster. */
  key: string;
  /** What a list calls them. */
  shown: string;
  contact: Contact | null;
  guest: Guest | null;
  letter: Letter | null;
  /** The champion in whose name it is. */
  signer: Contact | null;
  composed: Composed;
  /** Why they do not get it; null where they do. */
  held: Held | null;
}

export interface Held {
  /** What could be done about it. */
  cause:
    | "sent"
    | "gone"
    | "no-address"
    | "consent"
    | "declined"
    | "left-out"
    | "missing"
    | "unapproved"
    | "asked";
  words: string;
}

export interface Audience {
  facts: RoundFacts;
  recipients: Recipient[];
  /** What the text names and nobody has: said once, not for each. */
  missingForAll: FieldName[];
}

/** Everybody a round is for, by name. The number of queries does not depend on how many they are. */
export async function audienceOf(ctx: Ctx, workspace: Workspace, round: Round): Promise<Audience> {
  const meeting = round.meeting ? ((await meetingById(ctx, workspace.id, round.meeting)) ?? null) : null;
  const facts = await roundFacts(ctx, workspace, round, meeting);
  const people = await peopleOf(ctx, workspace, round, meeting);
  const letters = await lettersOf(ctx, round.id);
  const byContact = new Map(letters.flatMap((letter) => (letter.contact ? [[letter.contact, letter]] : [])));
  const byGuest = new Map(letters.flatMap((letter) => (letter.guest ? [[letter.guest, letter]] : [])));
  const of = ({ contact, guest }: Person) =>
    (contact && byContact.get(contact.id)) || (guest && byGuest.get(guest.id)) || null;
  const signerId = (person: Person) => signerOf(round, meeting, person.guest, of(person));
  const signers = new Map(
    (
      await contactsByIds(ctx, workspace.id, [...new Set(people.flatMap((person) => signerId(person) ?? []))])
    ).map((signer) => [signer.id, signer]),
  );
  const approvals = needsApproval(round) ? await approvalsOf(ctx, round) : new Set<string>();
  const shared = sharedValues(facts);
  const recipients = people.map((person): Recipient => {
    const letter = of(person);
    const signer = signers.get(signerId(person) ?? "") ?? null;
    const values = valuesFor(ctx, facts, shared, { ...person, letter, signer });
    const composed = compose(letter?.own ?? { subject: round.subject, body: round.body }, values);
    return {
      key: person.contact?.id ?? person.guest?.id ?? "",
      shown: person.contact ? nameOrAddress(person.contact) : "Somebody who is off the roster",
      ...person,
      letter,
      signer,
      composed,
      held: heldBack(round, person, letter, signer, composed, approvals),
    };
  });
  return { facts, recipients, missingForAll: missingForAll(round, shared, recipients) };
}

interface Person {
  contact: Contact | null;
  guest: Guest | null;
}

async function peopleOf(
  ctx: Ctx,
  workspace: Workspace,
  round: Round,
  meeting: Meeting | null,
): Promise<Person[]> {
  if (round.audience === "chosen") {
    const contacts = await contactsByIds(ctx, workspace.id, round.chosen);
    const guests = meeting ? await guestsOf(ctx, meeting) : [];
    const byContact = new Map(guests.map((guest) => [guest.contact?.id, guest]));
    return contacts.map((contact) => ({ contact, guest: byContact.get(contact.id) ?? null }));
  }
  if (!meeting) return [];
  const guests = (await guestsOf(ctx, meeting)).filter((guest) => isMeant(round, guest));
  return guests.map((guest) => ({ contact: guest.contact, guest }));
}

function isMeant({ audience }: Round, guest: Guest): boolean {
  switch (audience) {
    case "came":
      return guest.cameAt !== null;
    case "new-business":
      return guest.cameAt !== null && guest.isFirst && guest.side === "business";
    case "could-not-come":
      return guest.cameAt === null && guest.state === "invited";
    case "unanswered":
      return guest.state === "invited" && guest.answer === null && guest.cameAt === null;
    default:
      return guest.state === "listed" || guest.state === "invited";
  }
}

function signerOf(
  round: Round,
  meeting: Meeting | null,
  guest: Guest | null,
  letter: Letter | null,
): string | null {
  if (round.signing === "team") return null;
  if (round.signing === "champion") return round.signedBy;
  return letter?.signer ?? guest?.invitedBy ?? round.signedBy ?? meeting?.welcomedBy ?? null;
}

/** Asking somebody who has said no to the whole is not for a round. */
const ASKS = ["invitation", "reminder", "champion-ask", "agenda-note"];

function heldBack(
  round: Round,
  { contact, guest }: Person,
  letter: Letter | null,
  signer: Contact | null,
  { missing }: Composed,
  approvals: ReadonlySet<string>,
): Held | null {
  if (letter?.sent) return { cause: "sent", words: "Has it already" };
  if (!contact) return { cause: "gone", words: "Is not on the roster any more" };
  if (letter?.state === "left-out") return { cause: "left-out", words: "Left out by hand" };
  if (contact.consent === "withdrawn")
    return { cause: "consent", words: "Said that we may not write to them" };
  if (contact.standing === "left") return { cause: "declined", words: "Has left the partnership" };
  if (ASKS.includes(round.kind) && contact.standing === "declined")
    return { cause: "declined", words: "Said no to the partnership" };
  if (round.kind === "agenda-note" && guest?.answer === "no")
    return { cause: "declined", words: "Said that they do not come" };
  if (round.kind === "invitation" && guest?.invitedAt) return { cause: "asked", words: "Was invited before" };
  if (!contact.email) return { cause: "no-address", words: "Nobody knows an e-mail address" };
  if (needsApproval(round) && !signer) return { cause: "missing", words: "No champion signs it" };
  if (missing.length > 0)
    return { cause: "missing", words: `Missing: ${missing.map((name) => FIELDS[name].words).join(", ")}` };
  if (needsApproval(round) && !isApproved(round, letter, signer, approvals))
    return {
      cause: "unapproved",
      words:
        letter?.state === "sent-back"
          ? "Sent back by whoever read it"
          : `Not approved by ${signer?.name || "the champion"} yet`,
    };
  return null;
}

function isApproved(
  round: Round,
  letter: Letter | null,
  signer: Contact | null,
  approvals: ReadonlySet<string>,
): boolean {
  if (isReviewedOneByOne(round)) return letter?.state === "approved";
  return signer !== null && approvals.has(signer.id);
}

function missingForAll(round: Round, shared: Values, recipients: readonly Recipient[]): FieldName[] {
  const ofRound = compose({ subject: round.subject, body: round.body }, shared).missing;
  return ofRound.filter(
    (name) =>
      name in shared &&
      (recipients.length === 0 || recipients.some(({ composed }) => composed.missing.includes(name))),
  );
}
