import { z } from "zod";
import { line } from "#base/fields.ts";

export const personName = line("Your name", { max: 120 });

export const AccountForm = z.object({ name: personName });
