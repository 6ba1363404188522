import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { sameSecret } from "#platform/secrets.ts";
import { type Respondent, respondentById } from "./respondents.ts";

type Linked = Pick<Respondent, "id" | "linkKey">;

function tokenFor(ctx: Pick<Ctx, "seal">, { id, linkKey }: Linked): string {
  return ctx.seal("indicator answer", `${id} ${linkKey}`);
}

/** The path under which somebody without an account answers. */
export function answerHref(ctx: Pick<Ctx, "seal">, respondent: Linked): string {
  return `/indicators/answer/${respondent.id}/${tokenFor(ctx, respondent)}`;
}

/** @throws NotFound with the same words for a forged link, one that was withdrawn, and what is not there */
export async function openLink(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<Respondent> {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(link.id ?? "") ? link.id : undefined;
  const respondent = id ? await respondentById(ctx, id) : undefined;
  if (respondent?.linkKey && sameSecret(link.token ?? "", tokenFor(ctx, respondent))) return respondent;
  throw new NotFound(
    "This link does not open anything. It may be cut short, or whoever sent it has withdrawn it. Ask them for a new one.",
  );
}
