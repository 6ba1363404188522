import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { lockTended } from "../changing.ts";

/** Whether letters from the page's readers reach those who look after it. */
export async function setContactable(ctx: Ctx, id: string, contactable: boolean): Promise<void> {
  await transact(ctx, async (ctx) => {
    const page = await lockTended(ctx, id);
    if (page.contactable === contactable) return;
    await ctx.db.updateTable("partnerships").set({ contactable }).where("id", "=", id).execute();
    await tell(ctx, {
      name: contactable ? "partnership.contact-opened" : "partnership.contact-closed",
      subject: { kind: "partnership", id },
      particulars: { name: page.content.name },
    });
  });
}
