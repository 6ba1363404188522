import { z } from "zod";
import { httpUrl } from "#base/brands.ts";
import { line, optionalLine, text, versionField } from "#base/fields.ts";
import { stateByCode } from "#features/places/public.ts";
import { TIERS } from "./tables.ts";

/** `2019` or `2018-2019`; a dash of any kind is taken. */
export const season = z
  .string()
  .default("")
  .transform((value) => value.trim().replace(/\s*[–—-]\s*/, "-"))
  .refine(
    (value) => value === "" || /^(19|20)\d\d(-(19|20)\d\d)?$/.test(value),
    "A season is a year or two, such as 2019 or 2018–2019.",
  )
  .refine((value) => {
    const [from, to] = value.split("-").map(Number);
    return to === undefined || to === (from ?? 0) + 1;
  }, "The second year of a season follows the first, such as 2018–2019.")
  .transform((value) => value || null);

const url = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .refine(
    (value) => value === "" || httpUrl(value) !== undefined,
    "The link must be a web address that starts with https:// or http://.",
  )
  .transform((value) => (value === "" ? null : (httpUrl(value) ?? null)));

const state = z
  .string()
  .default("")
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => value === "" || stateByCode(value) !== undefined, "Choose a state from the list.")
  .transform((value) => value || null);

export const SponsorForm = z.object({
  name: line("The sponsor's name", { max: 160 }),
  tier: z.enum(TIERS, "Choose how this sponsor supports the community."),
  season,
  paragraph: text("The thank-you paragraph", { max: 2_000 }),
  url,
  state,
  logoAlt: optionalLine("The description of the logo", { max: 250 }),
});
export type SponsorCommand = z.output<typeof SponsorForm>;

export const SponsorEditForm = SponsorForm.extend({ version: versionField });
