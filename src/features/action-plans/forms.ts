import { z } from "zod";
import { httpUrl } from "#base/brands.ts";
import { line, optionalLine, optionalText, versionField } from "#base/fields.ts";
import { done, joinProblems, type Outcome, problem, refused } from "#base/outcome.ts";
import { THEMES } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { type FormValues, parse } from "#platform/http/forms.ts";
import type { ActionFacts, PriorityFacts, StatusFacts } from "./facts.ts";
import { personMeant } from "./people.ts";
import { PRIORITY_STATES, STATUSES, TEAM_ROLES, type TeamRole, type Theme } from "./statuses.ts";

/** A day as `<input type="date">` sends it. */
const A_DAY = z.iso.date("Give a date, such as October 4, 2026.");
const isNear = (day: string | null) => day === null || (day >= "2000-01-01" && day < "2100-01-01");
const optionalDay = z
  .string()
  .default("")
  .transform((text) => text.trim() || null)
  .pipe(A_DAY.nullable())
  .refine(isNear, "This year is too far away.");

const THEME_SLUGS = Object.keys(THEMES) as Theme[];

const PriorityForm = z.object({
  title: line("The priority", { max: 160 }),
  theme: z.preprocess((value) => value || null, z.enum(THEME_SLUGS, "Choose a theme.").nullable()),
  state: z.enum(PRIORITY_STATES, "Choose how it stands.").default("open"),
  businessLead: optionalLine("The business lead", { max: 300 }),
  supportLead: optionalLine("The support lead", { max: 300 }),
  problem: optionalText("The problem", { max: 1_500 }),
  desiredResult: optionalText("The desired result", { max: 1_500 }),
  measure: optionalText("The measure", { max: 600 }),
  firstDays: optionalText("What is done in the first 90 days", { max: 1_500 }),
  rhythm: optionalLine("How often the team meets", { max: 200 }),
});

export async function readPriority(
  ctx: Ctx,
  partnership: string,
  values: FormValues,
): Promise<Outcome<PriorityFacts>> {
  const form = parse(PriorityForm, values);
  if (!form.ok) return form;
  const business = await readLead(ctx, partnership, "businessLead", form.value.businessLead);
  const support = await readLead(ctx, partnership, "supportLead", form.value.supportLead);
  if (!business.ok || !support.ok)
    return refused(
      joinProblems(business.ok ? undefined : business.problems, support.ok ? undefined : support.problems),
    );
  return done({ ...form.value, businessLead: business.value, supportLead: support.value });
}

/** Somebody of the roster, or nobody; a lead is somebody whom the team can reach. */
async function readLead(
  ctx: Ctx,
  partnership: string,
  field: string,
  typed: string,
): Promise<Outcome<string | null>> {
  if (!typed) return done(null);
  const { found } = await personMeant(ctx, partnership, typed);
  if (found.length === 1) return done(found[0]!.id);
  return problem(
    field,
    found.length > 1
      ? `Several people on your roster are called “${typed}”. Add the company after a comma, or give their e-mail address.`
      : `“${typed}” is not on your roster. Choose one of the names it suggests, or put them on the roster first.`,
  );
}

const ActionForm = z.object({
  place: line("Where it belongs", { max: 80 }),
  words: line("The action", { max: 300 }),
  owner: optionalLine("The owner", { max: 120 }),
  dueOn: optionalDay,
  status: z.enum(STATUSES, "Choose how it stands.").default("open"),
  evidence: optionalText("The evidence", { max: 1_000 }),
  evidenceUrl: optionalLine("The link", { max: 500 })
    .refine(
      (value) => value === "" || httpUrl(value) !== undefined,
      "This does not read like a web address. It should begin with https://",
    )
    .transform((value) => (value === "" ? null : (httpUrl(value) ?? null))),
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where an action belongs, as one field says it: a priority, or a priority and one of its objectives. */
export function placeValue(priority: string, objective: string | null): string {
  return objective ? `${priority} ${objective}` : priority;
}

export async function readAction(
  ctx: Ctx,
  partnership: string,
  values: FormValues,
): Promise<Outcome<ActionFacts>> {
  const form = parse(ActionForm, values);
  if (!form.ok) return form;
  const { place, owner, ...facts } = form.value;
  const [priority = "", objective = null] = place.split(" ");
  if (![priority, objective ?? priority].every((id) => UUID.test(id)))
    return problem("place", "Choose where it belongs.");
  const whose = await readOwner(ctx, partnership, owner);
  if (!whose.ok) return whose;
  return done({ ...facts, priority, objective, ...whose.value });
}

async function readOwner(
  ctx: Ctx,
  partnership: string,
  typed: string,
): Promise<Outcome<{ owner: string | null; ownerName: string }>> {
  if (!typed) return done({ owner: null, ownerName: "" });
  const { found } = await personMeant(ctx, partnership, typed);
  if (found.length > 1)
    return problem(
      "owner",
      `Several people on your roster are called “${typed}”. Add the company after a comma, or give their e-mail address.`,
    );
  const [one] = found;
  return done(one ? { owner: one.id, ownerName: "" } : { owner: null, ownerName: typed });
}

const StatusForm = z.object({
  status: z.enum(STATUSES, "Say how it stands."),
  word: optionalText("The word", { max: 600 }),
});

export function readStatus(values: FormValues): Outcome<StatusFacts> {
  return parse(StatusForm, values);
}

const ObjectiveForm = z.object({ title: line("The objective", { max: 200 }) });

export function readObjective(values: FormValues): Outcome<{ title: string }> {
  return parse(ObjectiveForm, values);
}

const MemberForm = z.object({
  member: line("A name", { max: 300 }),
  role: z.enum(TEAM_ROLES, "Say what they are in the team."),
});

export async function readMember(
  ctx: Ctx,
  partnership: string,
  values: FormValues,
): Promise<Outcome<{ contact: string; role: TeamRole }>> {
  const form = parse(MemberForm, values);
  if (!form.ok) return form;
  const contact = await readLead(ctx, partnership, "member", form.value.member);
  if (!contact.ok) return contact;
  return done({ contact: contact.value!, role: form.value.role });
}

/** A day that something happened on, which is not ahead, and a word about it. */
export function readPastDay(
  values: FormValues,
  day: { field: string; today: string },
): Outcome<{ on: string; word: string }> {
  const form = parse(
    z.object({
      [day.field]: A_DAY.refine((on) => on <= day.today, "This day is still ahead.").refine(
        isNear,
        "This year is too far away.",
      ),
      word: optionalText("The word", { max: 1_000 }),
    }),
    values,
  );
  if (!form.ok) return form;
  const { word, [day.field]: on } = form.value as Record<string, string>;
  return done({ on: on ?? "", word: word ?? "" });
}

/** The version that a form began from; a form without one began from nothing that stands. */
export function versionIn(values: FormValues): number {
  const form = z.object({ version: versionField }).safeParse(values);
  return form.success ? form.data.version : 0;
}
