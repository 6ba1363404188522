import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "./context.ts";
import { sameSecret } from "./secrets.ts";

/** A row that a link opens. */
export interface Linked {
  id: string;
  /** Part of what the link is sealed with: a new one ends the links before, null ends them all. */
  linkKey: string | null;
  /** Where links end by themselves. */
  linkEndsAt?: Date | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What stands in the address of somebody who has no account. It opens this row for this purpose and nothing else; it
 * is made anew from the site's secret each time, so the database holds nothing that opens anything.
 *
 * @param purpose what the link is for, in words; the same row under another purpose has an unrelated token
 */
export function linkToken(ctx: Pick<Ctx, "seal">, purpose: string, { id, linkKey }: Linked): string {
  return ctx.seal(purpose, `${id} ${linkKey}`);
}

/**
 * The row that a link opens.
 *
 * @param read fetches the row by an id that is well formed
 * @throws NotFound with the same words for a forged link, one that was withdrawn or has ended, and what is not there
 */
export async function openLinked<Row extends Linked>(
  ctx: Pick<Ctx, "seal" | "now">,
  purpose: string,
  link: { id: string | undefined; token: string | undefined },
  read: (id: string) => Promise<Row | undefined>,
): Promise<Row> {
  const row = UUID.test(link.id ?? "") ? await read(link.id!) : undefined;
  const stands = row?.linkKey && !(row.linkEndsAt && row.linkEndsAt <= ctx.now);
  if (row && stands && sameSecret(link.token ?? "", linkToken(ctx, purpose, row))) return row;
  throw new NotFound(
    "This link does not open anything. It may be cut short, it may have ended, or whoever sent it has withdrawn it. Ask them for a new one.",
  );
}
