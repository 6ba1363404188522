import { z } from "zod";
import { emailAddress, line } from "#base/fields.ts";

export const InviteForm = z.object({
  name: line("Their name", { max: 120 }),
  email: emailAddress("Their e-mail address"),
  role: z.enum(["editor", "administrator"], "Choose what they may do.").default("editor"),
});

export type Invitation = z.output<typeof InviteForm>;
