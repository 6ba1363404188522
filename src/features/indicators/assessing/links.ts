import type { Ctx } from "#platform/context.ts";
import { linkToken, openLinked } from "#platform/signed-links.ts";
import { type Respondent, respondentById } from "./respondents.ts";

const PURPOSE = "indicator answer";

/** The path under which somebody without an account answers. */
export function answerHref(ctx: Pick<Ctx, "seal">, respondent: Pick<Respondent, "id" | "linkKey">): string {
  return `/indicators/answer/${respondent.id}/${linkToken(ctx, PURPOSE, respondent)}`;
}

/** @throws NotFound with the same words for a forged link, one that was withdrawn, and what is not there */
export function openLink(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<Respondent> {
  return openLinked(ctx, PURPOSE, link, (id) => respondentById(ctx, id));
}
