import type { LocalPath } from "#base/brands.ts";
import type { Ctx } from "#platform/context.ts";
import { linkToken, openLinked } from "#platform/signed-links.ts";
import type { Answer } from "../statuses.ts";
import { letterById, type PlanLetter } from "./queries.ts";

const PURPOSE = "answers about actions";

type Opens = Pick<PlanLetter, "id" | "linkKey">;

/** Where an owner answers without an account; it opens this owner's actions in this plan and nothing else. */
export function answerHref(ctx: Pick<Ctx, "seal">, letter: Opens): LocalPath {
  return `/plan-answers/${letter.id}/${linkToken(ctx, PURPOSE, letter)}` as LocalPath;
}

/** The same with an answer chosen; it is given only when its button is pressed there. */
export function choiceHref(ctx: Pick<Ctx, "seal">, letter: Opens, action: string, answer: Answer): LocalPath {
  return `${answerHref(ctx, letter)}?action=${action}&say=${answer}` as LocalPath;
}

export function stopHref(ctx: Pick<Ctx, "seal">, letter: Opens): LocalPath {
  return `${answerHref(ctx, letter)}/stop` as LocalPath;
}

/** @throws NotFound with the same words for a forged link, one that was withdrawn or has ended, and what is not there */
export function openAnswerLink(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<PlanLetter> {
  return openLinked(ctx, PURPOSE, link, (id) => letterById(ctx, id));
}
