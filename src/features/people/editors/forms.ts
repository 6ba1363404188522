import { z } from "zod";
import { emailAddress, line } from "#base/fields.ts";

export const InviteForm = z.object({
  name: line("Their name", { max: 120 }),
  email: emailAddress("Their e-mail address"),
});

export type Invitation = z.output<typeof InviteForm>;
