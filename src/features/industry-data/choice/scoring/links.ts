import type { Ctx } from "#platform/context.ts";
import { linkToken, openLinked } from "#platform/signed-links.ts";
import { type Scorer, scorerById } from "./scorers.ts";

const PURPOSE = "sector scores";

/** The path under which somebody without an account scores. */
export function scoreHref(ctx: Pick<Ctx, "seal">, scorer: Pick<Scorer, "id" | "linkKey">): string {
  return `/industry/scores/${scorer.id}/${linkToken(ctx, PURPOSE, scorer)}`;
}

/** @throws NotFound with the same words for a forged link, one that was withdrawn, and what is not there */
export function openLink(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<Scorer> {
  return openLinked(ctx, PURPOSE, link, (id) => scorerById(ctx, id));
}
