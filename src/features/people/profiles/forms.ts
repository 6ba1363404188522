import { z } from "zod";
import { optionalLine, optionalText } from "#base/fields.ts";
import { parseCounties, stateByCode } from "#features/places/public.ts";
import { listField } from "#platform/http/forms.ts";
import { personName } from "../forms.ts";
import { isPhase, ROLE_KEYS } from "./roles.ts";
import { AUDIENCES, type Audience } from "./tables.ts";
import { PART_KEYS, type Part } from "./visibility.ts";

export const LONGEST_TEXT = 2_000;
/** Selects for states on the form; who works in more says so in words. */
export const STATE_FIELDS = 3;

const audience = z.enum(AUDIENCES).catch("nobody");

/** The field that carries a part's audience. */
export const shownField = (part: Part) => `shown-${part}`;

const states = listField.transform((codes, ctx) => {
  const chosen = codes.filter((code) => code !== "");
  if (chosen.some((code) => !stateByCode(code))) ctx.addIssue("Choose states from the list.");
  return [...new Set(chosen.flatMap((code) => stateByCode(code)?.code ?? []))];
});

const counties = listField.transform((lines, ctx) => {
  const read = parseCounties(lines, { field: "county" });
  if (read.ok) return read.value;
  for (const message of Object.values(read.problems).flat()) ctx.addIssue(message);
  return [];
});

const ids = listField.transform((values) => [...new Set(values)].slice(0, 100));

export const ProfileForm = z
  .object({
    name: personName,
    role: z.enum(["", ...ROLE_KEYS], "Choose a role from the list, or none.").default(""),
    title: optionalLine("Your title", { max: 120 }),
    organization: optionalLine("Your organization", { max: 160 }),
    state: states,
    county: counties,
    sector: ids,
    topic: ids,
    phase: listField.transform((keys) => keys.filter(isPhase)),
    about: optionalText("What you say about yourself", { max: LONGEST_TEXT }),
    canHelp: optionalText("What you can help with", { max: LONGEST_TEXT }),
    lookingFor: optionalText("What you are looking for", { max: LONGEST_TEXT }),
    photoAlt: optionalLine("The description of your photo", { max: 250 }),
    removePhoto: z.literal("yes").optional().catch(undefined),
    listedFor: audience,
    writtenBy: audience,
    /** 0 for the first save. */
    version: z.coerce.number().int().min(0).max(2_000_000_000),
    ...Object.fromEntries(PART_KEYS.map((part) => [shownField(part), audience])),
  })
  .transform((form) => ({
    ...form,
    shown: Object.fromEntries(
      PART_KEYS.map((part) => [part, (form as Record<string, unknown>)[shownField(part)] as Audience]),
    ),
  }));
export type ProfileCommand = z.output<typeof ProfileForm>;
