import { z } from "zod";
import type { Problems } from "#base/outcome.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const name = /^[a-z-]+$/;

/** A part of the address that does not read like one of ours narrows nothing, rather than failing the page. */
const part = (pattern: RegExp) => z.string().regex(pattern).optional().catch(undefined);
/** Year 0 is one that the database does not know. */
const day = z.iso
  .date()
  .refine((date) => date >= "0001")
  .optional()
  .catch(undefined);

export const AuditQuery = z.object({
  /** A person's id, `guest` or `system`. */
  who: z
    .string()
    .regex(uuid)
    .or(z.enum(["guest", "system"]))
    .optional()
    .catch(undefined),
  deed: part(/^[a-z-]+\.[a-z-]+$/),
  kind: part(name),
  /** One thing: `sponsor:` and its id. */
  about: part(/^[a-z-]+:[\w-]{1,60}$/),
  /** Days in the site's zone, both included. */
  from: day,
  to: day,
});
export type AuditFilter = z.output<typeof AuditQuery>;

/** What has to be said of days that were given and are none; they narrow nothing. */
export function dayProblems(given: Record<string, string>, filter: AuditFilter): Problems {
  const problems: Problems = {};
  for (const end of ["from", "to"] as const)
    if (given[end] && !filter[end])
      problems[end] = ["That is no day of the calendar, so it narrows nothing. A day reads like 2026-05-04."];
  return problems;
}

/** The number of the last event of the page before. */
export const AuditPage = z.object({
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

/** The filter as it stands in an address, empty parts left out; begins with `?` unless nothing is set. */
export function auditAddress(path: string, filter: AuditFilter & { before?: number | undefined }): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) if (value) query.set(key, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}
