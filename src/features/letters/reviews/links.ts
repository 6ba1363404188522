import type { LocalPath } from "#base/brands.ts";
import type { Ctx } from "#platform/context.ts";
import { type Linked, linkToken, openLinked } from "#platform/signed-links.ts";
import { type Review, reviewById } from "../rounds/reviews.ts";

const PURPOSE = "letter review";

/** Where a champion, or whoever reads for them, looks at the letters in the champion's name. */
export function reviewHref(ctx: Pick<Ctx, "seal">, review: Pick<Linked, "id" | "linkKey">): LocalPath {
  return `/letters/review/${review.id}/${linkToken(ctx, PURPOSE, review)}` as LocalPath;
}

/** @throws NotFound for a forged link, one that was withdrawn or has ended, and what is not there */
export function openReview(
  ctx: Ctx,
  link: { id: string | undefined; token: string | undefined },
): Promise<Review> {
  return openLinked(ctx, PURPOSE, link, (id) => reviewById(ctx, id));
}
