import { z } from "zod";
import { optionalText } from "#base/fields.ts";
import { type ContactFilter, SIDES, STANDING_WORDS, type Standing } from "#features/roster/public.ts";
import { listField } from "#platform/http/forms.ts";
import { ROOM_ROLES } from "../kinds.ts";
import { GUESTS_WHICH, type GuestFilter } from "./queries.ts";

const uuidOrNone = z
  .union([z.literal(""), z.uuid()], "Choose somebody from the list.")
  .default("")
  .transform((value) => value || null);

export const AnswerForm = z.object({
  answer: z.enum(["yes", "maybe", "no"], "Say whether you come."),
  note: optionalText("The note", { max: 1_000 }),
});
export type AnswerCommand = z.output<typeof AnswerForm>;

export const GuestForm = z.object({
  side: z.enum(SIDES, "Choose a side."),
  invitedBy: uuidOrNone,
  roomRole: z
    .enum(["", ...ROOM_ROLES], "Choose a role from the list.")
    .default("")
    .transform((value) => value || null),
});
export type GuestCommand = z.output<typeof GuestForm>;

export const PickForm = z.object({
  contacts: listField.pipe(z.array(z.uuid())),
  invitedBy: uuidOrNone,
});

export const PasteForm = z.object({
  text: optionalText("The list", { max: 60_000 }).refine(
    (value) => value.trim() !== "",
    "Paste a list first.",
  ),
  side: z.enum(SIDES, "Say on which side they sit; who is on the roster already keeps theirs."),
  invitedBy: uuidOrNone,
});

const pick = <T extends string>(values: readonly T[]) =>
  z
    .enum(["", ...values] as [string, ...string[]])
    .catch("")
    .transform((value) => (value || undefined) as T | undefined);

const words = z
  .string()
  .catch("")
  .transform((value) => value.trim().slice(0, 100) || undefined);

/** What a guest list is narrowed to; what makes no sense in an address is left out. */
export const FilterQuery = z.object({
  side: pick(SIDES),
  which: pick(GUESTS_WHICH),
  q: words,
  by: z
    .union([z.literal(""), z.uuid()])
    .catch("")
    .transform((value) => value || undefined),
});

export function guestFilter(query: Record<string, string>): GuestFilter {
  const { by, ...rest } = FilterQuery.parse(query);
  return { ...rest, invitedBy: by };
}

const RosterQuery = z.object({
  side: pick(SIDES),
  standing: pick(Object.keys(STANDING_WORDS) as Standing[]),
  segment: words,
  q: words,
  champions: z
    .string()
    .catch("")
    .transform((value) => value === "yes" || undefined),
});

export function rosterFilter(query: Record<string, string>): ContactFilter {
  return RosterQuery.parse(query);
}
