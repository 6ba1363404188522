import type { Ctx } from "#platform/context.ts";
import { tell } from "#platform/events.ts";

/** The audit log is read by the site's editors: it names the partnership, and nobody and nothing of its letters. */
export async function tellOf(
  ctx: Ctx,
  name: `letters.${string}`,
  partnership: string,
  particulars: Record<string, unknown>,
): Promise<void> {
  await tell(ctx, { name, subject: { kind: "partnership", id: partnership }, particulars });
}

/** Who is doing this, as a list shows it. */
export function actorName({ actor }: Pick<Ctx, "actor">): string {
  return actor.kind === "guest" ? "" : actor.name;
}
