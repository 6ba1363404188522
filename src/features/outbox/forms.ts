import { z } from "zod";
import { TABS, type Tab } from "./rules.ts";

/** `2026-05-04T15:00:00.000Z_id`: the last mail of the page before. */
const before = z
  .string()
  .transform((text) => text.split("_"))
  .pipe(z.tuple([z.iso.datetime(), z.uuid()]))
  .transform(([at, id]) => ({ at: new Date(at), id }))
  .optional()
  .catch(undefined);

export const OutboxQuery = z.object({
  state: z
    .enum(Object.keys(TABS) as [Tab, ...Tab[]])
    .optional()
    .catch(undefined),
  before,
});

export const FailuresQuery = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });

export function beforeAddress(mail: { created_at: Date; id: string }): string {
  return `${mail.created_at.toISOString()}_${mail.id}`;
}
