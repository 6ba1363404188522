import { z } from "zod";
import { httpUrl } from "#base/brands.ts";
import { line, optionalLine, versionField } from "#base/fields.ts";
import { stateByCode, stateByName } from "#features/places/public.ts";
import { kindFrom, ORGANIZATION_KINDS } from "./kinds.ts";

const website = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .refine(
    (value) => value === "" || httpUrl(value) !== undefined,
    "The website must be a web address that starts with https:// or http://.",
  )
  .transform((value) => (value === "" ? null : (httpUrl(value) ?? null)));

const state = z
  .string()
  .default("")
  .transform((value) => value.trim())
  .refine(
    (value) => value === "" || Boolean(stateByCode(value) ?? stateByName(value)),
    "This is no state. Write its postal code or its name, such as NE or Nebraska.",
  )
  .transform((value) => (stateByCode(value) ?? stateByName(value))?.code ?? null);

const names = z
  .string()
  .default("")
  .transform((value) =>
    value
      .split(/[;\n]/)
      .map((one) => one.replace(/\s+/g, " ").trim())
      .filter(Boolean),
  )
  .pipe(
    z
      .array(z.string().max(160, "Another name may have at most 160 characters; please shorten it."))
      .max(12, "At most 12 other names can be kept."),
  );

export const OrganizationForm = z.object({
  name: line("The organization’s name", { max: 160 }),
  alsoKnownAs: names,
  kind: z
    .string()
    .default("")
    .refine(
      (value) => kindFrom(value) !== undefined,
      `Choose what kind of organization it is: ${ORGANIZATION_KINDS.join(", ")}.`,
    )
    .transform((value) => kindFrom(value) ?? "other"),
  stateCode: state,
  place: optionalLine("The place", { max: 160 }),
  url: website,
  source: optionalLine("The source", { max: 400 }),
});

export const OrganizationEditForm = OrganizationForm.extend({ version: versionField });
