import { Conflict, NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { revisePartnership } from "../../writing.ts";
import { lockTended, same, standsInFor } from "../changing.ts";
import { contentAt } from "../queries.ts";
import { withConsentOfToday } from "./consent.ts";

/**
 * Makes an earlier version the newest again; the one before it stays in the list. The stage is no part of versions:
 * it has a history of its own.
 *
 * @param seen the newest version as it was when this was asked
 * @throws Conflict when somebody saved since
 */
export async function restoreVersion(ctx: Ctx, id: string, number: number, seen: number): Promise<void> {
  await transact(ctx, async (ctx) => {
    const now = await lockTended(ctx, id);
    if (now.version !== seen)
      throw new Conflict(
        "Somebody has saved this page since you opened its versions, so nothing was restored.",
      );
    const earlier = await contentAt(ctx, id, number);
    if (!earlier) throw new NotFound("There is no such version.");
    const content = withConsentOfToday(earlier, now.content);
    if (same(content, now.content)) return;
    const onBehalfOf = await standsInFor(ctx, id);
    const version = await revisePartnership(ctx, id, {
      content,
      version: now.version,
      onBehalfOf,
      note: `As version ${number} was`,
    });
    await tell(ctx, {
      name: "partnership.restored",
      subject: { kind: "partnership", id },
      particulars: { name: content.name, restored: number, version, ...(onBehalfOf ? { onBehalfOf } : {}) },
    });
  });
}
