import { z } from "zod";
import { cleanText } from "#base/clean-text.ts";
import { line, versionField } from "#base/fields.ts";
import { checkboxField } from "#platform/http/forms.ts";
import { hues } from "#ui/chip.tsx";
import { readCodes } from "./naics.ts";
import { SECTOR_ICONS } from "./rules.ts";
import type { Vintage } from "./tables.ts";

const codes = (vintage: Vintage) =>
  z
    .string()
    .default("")
    .transform((text, check) => {
      const read = readCodes(cleanText(text), vintage);
      for (const message of read.problems) check.issues.push({ code: "custom", message, input: text });
      return read.codes;
    });

const fields = z.object({
  name: line("A name", { max: 80 }),
  description: line("A description", { max: 300 }),
  hue: z.enum(hues, "Choose a color."),
  icon: z.enum(
    SECTOR_ICONS.map(({ name }) => name),
    "Choose an icon.",
  ),
  includePublicOwnership: checkboxField,
  codes2017: codes(2017),
  codes2022: codes(2022),
});

const command = <T extends z.output<typeof fields>>({ codes2017, codes2022, ...rest }: T) => ({
  ...rest,
  codes: [...codes2017, ...codes2022],
});

export const SectorForm = fields.transform(command);
export type SectorCommand = z.output<typeof SectorForm>;

export const SectorEditForm = fields.extend({ version: versionField }).transform(command);
