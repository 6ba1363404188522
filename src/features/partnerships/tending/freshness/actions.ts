import { Conflict } from "#base/surprises.ts";
import { holdersOf } from "#features/people/public.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { isStale } from "../../rules.ts";
import { lockTended, standsInFor } from "../changing.ts";
import type { Tended } from "../queries.ts";
import { stillRightPath } from "./links.ts";
import { stillRightMail } from "./mails.tsx";
import { pagesToAskAbout } from "./queries.ts";

/** More than these nobody is asked about in a day; the rest come tomorrow. */
const IN_A_DAY = 1_000;

/**
 * Somebody who looks after a page says that all of it still holds.
 *
 * @param version the newest one they had before their eyes; a newer one they have not seen
 * @throws Conflict when somebody saved meanwhile
 */
export async function confirmPage(ctx: Ctx, id: string, version?: number): Promise<void> {
  await transact(ctx, async (ctx) => {
    const page = await lockTended(ctx, id);
    if (version !== undefined && page.version !== version)
      throw new Conflict("Somebody has saved this page since you opened it. Look at it once more, please.");
    await ctx.db
      .updateTable("partnerships")
      .set({ confirmed_at: ctx.now, reminded_at: null })
      .where("id", "=", id)
      .execute();
    const onBehalfOf = await standsInFor(ctx, id);
    await tell(ctx, {
      name: "partnership.confirmed",
      subject: { kind: "partnership", id },
      particulars: { name: page.content.name, ...(onBehalfOf ? { onBehalfOf } : {}) },
    });
  });
}

/** Asks those who look after stale pages whether they still hold, once. Answers about how many. */
export async function askAboutStalePages(ctx: Ctx): Promise<number> {
  const ids = await pagesToAskAbout(ctx, IN_A_DAY);
  for (const id of ids) await askAbout(ctx, id, (page) => isStale(page, ctx.now) && !page.remindedAt);
  return ids.length;
}

/** An editor has them asked once more. */
export function askAgain(ctx: Ctx, id: string): Promise<void> {
  return askAbout(ctx, id, () => true);
}

/** Under the page's lock it is looked again whether to ask, so that running twice asks once. */
async function askAbout(ctx: Ctx, id: string, when: (page: Tended) => boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const page = await lockTended(ctx, id);
    if (!when(page)) return;
    await ctx.db.updateTable("partnerships").set({ reminded_at: ctx.now }).where("id", "=", id).execute();
    const { content, slug } = page;
    const holders = await holdersOf(ctx, [id], ["partnership-editor"]);
    for (const { person } of holders) {
      if (!person.email) continue;
      const asked = { partnership: id, person: person.id, at: ctx.now.getTime() };
      const letter = stillRightMail(
        ctx.site,
        { name: person.name, email: person.email },
        {
          name: content.name,
          slug,
          stillRight: stillRightPath(ctx, asked),
          told: { champions: content.champions.length, priorities: content.priorities.length },
        },
      );
      await queueMail(ctx, letter);
    }
    await tell(ctx, {
      name: "partnership.asked-about",
      subject: { kind: "partnership", id },
      particulars: { name: content.name, people: holders.length },
    });
  });
}
