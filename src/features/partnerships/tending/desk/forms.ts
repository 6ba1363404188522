import { z } from "zod";
import { text } from "#base/fields.ts";

export const HidingForm = z.object({ word: text("A word on why", { max: 1_000 }) });

/** Whose hand the editor saw it in; empty for nobody's. */
export const HoldForm = z.object({
  from: z
    .union([z.literal(""), z.uuid()])
    .catch("")
    .transform((id) => id || null),
});

export const LIST_VIEWS = ["all", "unclaimed", "stale", "hidden"] as const;
export type ListView = (typeof LIST_VIEWS)[number];

export const ListQuery = z.object({
  view: z.enum(LIST_VIEWS).catch("all"),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
