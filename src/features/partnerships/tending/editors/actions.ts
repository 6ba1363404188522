import type { Outcome } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { endGrant, type Holder, holdersOf, inviteTo } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { lockTended } from "../changing.ts";
import { tendPath } from "../paths.ts";
import type { Tended } from "../queries.ts";
import type { InviteCommand } from "./forms.ts";
import { endedMail } from "./mails.tsx";

/** Mails somebody an invitation to look after a page together. */
export function inviteCoEditor(
  ctx: Ctx,
  { id, slug, content }: Tended,
  { name, email, onBehalfOf }: InviteCommand,
): Promise<Outcome<{ id: string }>> {
  return inviteTo(ctx, {
    role: "partnership-editor",
    scope: id,
    name,
    email,
    onBehalfOf,
    what: content.name,
    leadsTo: tendPath(slug),
  });
}

/**
 * Ends somebody's looking after a page; they are told by mail, unless they leave by themselves.
 *
 * @returns how many still look after it
 * @throws NotFound where they did not, or do not any more
 */
export async function endCoEditor(ctx: Ctx, id: string, grantId: string): Promise<number> {
  return transact(ctx, async (ctx) => {
    // The page is locked, so that of two who leave together the second knows that nobody is left.
    const { content, slug } = await lockTended(ctx, id);
    const holders = await holdersOf(ctx, [id], ["partnership-editor"]);
    const holder = holders.find((one) => one.grantId === grantId);
    if (!holder) throw new NotFound("They do not look after this page any more.");
    await endGrant(ctx, grantId, id, content.name);
    await tell(ctx, {
      name: isActor(ctx, holder) ? "partnership.editor-left" : "partnership.editor-ended",
      subject: { kind: "partnership", id },
      particulars: { name: content.name, left: holders.length - 1 },
    });
    const { email } = holder.person;
    if (!isActor(ctx, holder) && email) {
      const by = ctx.actor.kind === "guest" ? "Somebody" : ctx.actor.name;
      await queueMail(
        ctx,
        endedMail(ctx.site, { name: holder.person.name, email }, { by, name: content.name, slug }),
      );
    }
    return holders.length - 1;
  });
}

const isActor = ({ actor }: Ctx, { person }: Holder) => actor.kind === "person" && actor.id === person.id;
