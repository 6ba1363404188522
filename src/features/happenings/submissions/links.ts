import { NotFound } from "#base/surprises.ts";
import type { Ctx } from "#platform/context.ts";
import { sameSecret } from "#platform/secrets.ts";
import { type Submission, submissionById } from "./queries.ts";

/**
 * What a signed link opens. `sent` is the browser's that sent the form and only lets it ask for the mail again;
 * `confirm` and `status` go by mail, so whoever has them can read the sender's mailbox.
 */
export type LinkPurpose = "sent" | "confirm" | "status";

type Linked = Pick<Submission, "id" | "linkKey">;

function tokenFor(ctx: Pick<Ctx, "seal">, purpose: LinkPurpose, { id, linkKey }: Linked): string {
  return ctx.seal(`submission ${purpose}`, `${id} ${linkKey}`);
}

/** The path that opens a submission for one purpose, for as long as its links are not renewed. */
export function submissionHref(ctx: Pick<Ctx, "seal">, purpose: LinkPurpose, submission: Linked): string {
  return `/share/${purpose}/${submission.id}/${tokenFor(ctx, purpose, submission)}`;
}

/** @throws NotFound with the same words for a forged link, one that was renewed, and what is not there */
export async function openSubmission(
  ctx: Ctx,
  purpose: LinkPurpose,
  link: { id: string | undefined; token: string | undefined },
): Promise<Submission> {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(link.id ?? "") ? link.id : undefined;
  const submission = id && (await submissionById(ctx, id));
  if (submission && sameSecret(link.token ?? "", tokenFor(ctx, purpose, submission))) return submission;
  throw new NotFound(
    "This link does not open anything. It may be cut short: please open it again from the newest mail we sent you. An update that nobody confirms within 14 days is deleted, and then its links end here too.",
  );
}
