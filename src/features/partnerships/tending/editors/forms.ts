import { z } from "zod";
import { emailAddress, line, optionalLine } from "#base/fields.ts";

export const InviteForm = z.object({
  name: line("Their name", { max: 120 }),
  email: emailAddress("Their e-mail address"),
  onBehalfOf: optionalLine("Whom they stand in for", { max: 160 }),
});
export type InviteCommand = z.output<typeof InviteForm>;
