import type { LocalPath } from "#base/brands.ts";
import { withdrawConsent } from "#features/roster/public.ts";
import type { Ctx } from "#platform/context.ts";
import { linkToken, openLinked } from "#platform/signed-links.ts";
import { anyRoundById, type Letter, letterById, type Round } from "./rounds/queries.ts";

const PURPOSE = "no more letters";

/** Where whoever got a letter ends such letters; it opens nothing else and says nobody's address. */
export function stopHref(ctx: Pick<Ctx, "seal">, letter: Pick<Letter, "id" | "linkKey">): LocalPath {
  return `/letters/stop/${letter.id}/${linkToken(ctx, PURPOSE, letter)}` as LocalPath;
}

/** @throws NotFound for a link that opens nothing */
export async function openStopLink(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<{ letter: Letter; round: Round | undefined }> {
  const letter = await openLinked(ctx, PURPOSE, link, (id) => letterById(ctx, id));
  return { letter, round: await anyRoundById(ctx, letter.round) };
}

/** Whoever asked not to be written to is not written to; asked twice, it is so already. */
export async function stopLetters(ctx: Ctx, letter: Letter, round: Round): Promise<void> {
  if (letter.contact)
    await withdrawConsent(ctx, round.partnership, letter.contact, "Pressed “no more letters” in a letter");
}
