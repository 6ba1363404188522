import { sql } from "kysely";
import type { Ctx } from "../context.ts";

/**
 * Deletes the copies of mails to an address, of those that are answered to it, and of those that name it. Answers how
 * many.
 *
 * @param email lower case
 */
export async function forgetMails(ctx: Ctx, email: string): Promise<number> {
  // The address as a whole: ann@example.org is neither in joann@example.org nor in ann@example.org.uk.
  const literal = email.replace(/[^a-z0-9@]/g, "\\$&");
  const named = `(^|[^[:alnum:]._%+-])${literal}($|[^[:alnum:].-]|\\.($|[^[:alnum:]]))`;
  const { rows } = await sql`delete from mails
    where lower(recipient) = ${email} or lower(reply_to) = ${email} or text ~* ${named} returning id`.execute(
    ctx.db,
  );
  return rows.length;
}
