import { Conflict } from "#base/surprises.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { mailStates, noteReturned, requeueMail } from "#platform/mail/mail.ts";
import { tellOf } from "../telling.ts";
import type { Recipient } from "./recipients.ts";

/**
 * A letter came back: a server took it, and a notice told the team later that it did not arrive. It stands among those
 * that failed from then on.
 *
 * @throws Conflict where it had not gone out, or was said to have come back before
 */
export async function noteCameBack(
  ctx: Ctx,
  workspace: Pick<Workspace, "id">,
  { letter }: Pick<Recipient, "letter">,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const words = "It came back: the team was told later that it did not arrive.";
    if (!letter?.mail || !(await noteReturned(ctx, letter.mail, words)))
      throw new Conflict("This letter is not on its way to anybody. Nothing was changed.");
    await tellOf(ctx, "letters.came-back", workspace.id, {});
  });
}

/**
 * Letters that failed go out again, each to the address that the roster has today. Whoever is not on it any more, or
 * said meanwhile that the partnership may not write, gets nothing.
 */
export async function retryFailed(ctx: Ctx, recipients: readonly Recipient[]): Promise<void> {
  const posted = recipients.flatMap(({ letter, contact }) =>
    letter?.mail && contact?.email && contact.consent !== "withdrawn"
      ? [{ mail: letter.mail, address: contact.email }]
      : [],
  );
  const mails = await mailStates(
    ctx,
    posted.map(({ mail }) => mail),
  );
  const failed = posted.filter(({ mail }) => mails.get(mail)?.state === "failed");
  await transact(ctx, async (ctx) => {
    for (const { mail, address } of failed) await requeueMail(ctx, mail, address);
  });
}
