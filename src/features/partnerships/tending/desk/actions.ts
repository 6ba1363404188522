import { sql } from "kysely";
import { holdersOf } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { lockTended } from "../changing.ts";
import { hidingMail } from "./mails.tsx";

/** Takes a page off the site, with the reason for those who look after it; nothing of it is deleted. */
export function hidePage(ctx: Ctx, id: string, word: string): Promise<void> {
  return setHidden(ctx, id, word);
}

/** Puts a page back on the site as it is. */
export function showPage(ctx: Ctx, id: string): Promise<void> {
  return setHidden(ctx, id, null);
}

async function setHidden(ctx: Ctx, id: string, word: string | null): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { content, slug, hiddenAt } = await lockTended(ctx, id);
    const hidden = word !== null;
    if ((hiddenAt !== null) === hidden) return;
    await ctx.db
      .updateTable("partnerships")
      .set({ hidden_at: hidden ? ctx.now : null, hidden_word: word ?? "" })
      .where("id", "=", id)
      .execute();
    // Happenings lead to the page by its names; to one that is off the site nothing leads.
    await sql`select link_happenings(${[content.name, ...content.alsoKnownAs]}::text[])`.execute(ctx.db);
    for (const { person } of await holdersOf(ctx, [id], ["partnership-editor"])) {
      if (!person.email) continue;
      const told = { name: content.name, slug, word: word ?? "", hidden };
      await queueMail(ctx, hidingMail(ctx.site, { name: person.name, email: person.email }, told));
    }
    await tell(ctx, {
      name: hidden ? "partnership.hidden" : "partnership.shown",
      subject: { kind: "partnership", id },
      particulars: { name: content.name },
    });
  });
}
