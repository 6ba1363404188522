import { z } from "zod";
import { checkBrandColor, hexColor } from "#base/color.ts";
import { emailAddress, line, optionalLine, optionalText, versionField } from "#base/fields.ts";
import { isTimeZone } from "./rules.ts";

const contactEmail = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .pipe(z.union([z.literal(""), emailAddress("The contact address")]));

/** Empty for the house's own color; refused with its measured contrast where it could not be read. */
const brandColor = z
  .string()
  .default("")
  .transform((text, check) => {
    const typed = text.trim();
    if (typed === "") return "";
    const { problem } = checkBrandColor(typed);
    if (problem) check.issues.push({ code: "custom", message: problem, input: text });
    return hexColor(typed) ?? "";
  });

export const SettingsForm = z.object({
  name: line("The site's name", { max: 80 }),
  tagline: optionalLine("The tagline", { max: 80 }),
  description: line("The description", { max: 300 }),
  contactEmail,
  postalAddress: optionalText("The postal address", { max: 300 }),
  timeZone: z.string().refine(isTimeZone, "Choose the time zone that the editors plan in."),
  brandColor,
  version: versionField,
});
export type SettingsChange = z.output<typeof SettingsForm>;
