import type { HouseContext } from "#platform/http/routes.ts";
import { type LinkPurpose, openSubmission } from "./links.ts";
import type { Submission } from "./queries.ts";

/** What the link in the address opens. @throws NotFound */
export function opened(c: HouseContext, purpose: LinkPurpose): Promise<Submission> {
  return openSubmission(c.var.ctx, purpose, { id: c.req.param("id"), token: c.req.param("token") });
}

/**
 * For pages whose address is a key: no other site learns it from a link that is followed, and nobody keeps a copy.
 * `same-origin` rather than `no-referrer`, under which browsers would send our own forms without their origin.
 */
export async function keptSecret(answer: Response | Promise<Response>): Promise<Response> {
  const response = await answer;
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cache-control", "private, no-store");
  response.headers.set("x-robots-tag", "noindex");
  return response;
}

const HOUR = 3_600;
const WRITES_PER_HOUR = 30;

/** A link may be passed on; nobody floods the desk with it. @throws TooMany */
export async function allowWriting(c: HouseContext, submission: Submission): Promise<void> {
  const { ctx, limits } = c.var;
  await limits.allow(ctx.seal("rate limit", `writing to ${submission.id}`), WRITES_PER_HOUR, HOUR);
}
