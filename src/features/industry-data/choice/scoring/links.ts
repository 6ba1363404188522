import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { sameSecret } from "#platform/secrets.ts";
import { type Scorer, scorerById } from "./scorers.ts";

type Linked = Pick<Scorer, "id" | "linkKey">;

function tokenFor(ctx: Pick<Ctx, "seal">, { id, linkKey }: Linked): string {
  return ctx.seal("sector scores", `${id} ${linkKey}`);
}

/** The path under which somebody without an account scores. */
export function scoreHref(ctx: Pick<Ctx, "seal">, scorer: Linked): string {
  return `/industry/scores/${scorer.id}/${tokenFor(ctx, scorer)}`;
}

/** @throws NotFound with the same words for a forged link, one that was withdrawn, and what is not there */
export async function openLink(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<Scorer> {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(link.id ?? "") ? link.id : undefined;
  const scorer = id ? await scorerById(ctx, id) : undefined;
  if (scorer?.linkKey && sameSecret(link.token ?? "", tokenFor(ctx, scorer))) return scorer;
  throw new NotFound(
    "This link does not open anything. It may be cut short, or whoever sent it has withdrawn it. Ask them for a new one.",
  );
}
