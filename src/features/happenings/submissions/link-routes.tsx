import { networkOf } from "#base/network.ts";
import type { Problems } from "#base/outcome.ts";
import { formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { AgainForm } from "./forms.ts";
import { submissionHref } from "./links.ts";
import type { Submission } from "./queries.ts";
import { confirmSubmission, mailAgain } from "./sending.ts";
import { keptSecret, opened } from "./signed.ts";
import { ConfirmPage } from "./views/confirm-page.tsx";
import { SentPage } from "./views/sent-page.tsx";

const HOUR = 3_600;
/** Enough for somebody whose mail is slow, too few to flood a mailbox. */
const AGAIN_PER_ADDRESS = 4;
const AGAIN_PER_NETWORK = 40;

function showSent(c: HouseContext, submission: Submission, typed?: string, problems: Problems = {}) {
  const failed = typed !== undefined;
  return keptSecret(
    c.var.show(
      { title: "Look in your mailbox", noindex: true, failed, status: failed ? 422 : 200 },
      <SentPage
        email={submission.email}
        title={submission.title}
        action={submissionHref(c.var.ctx, "sent", submission)}
        again={c.req.query("again") !== undefined}
        typed={typed ?? submission.email}
        problems={problems}
      />,
    ),
  );
}

async function sendAgain(c: HouseContext): Promise<Response> {
  const { ctx, limits, remoteAddress } = c.var;
  const submission = await opened(c, "sent");
  const values = await formValues(c);
  const form = parse(AgainForm, values);
  if (!form.ok) return showSent(c, submission, textOf(values, "email"), form.problems);
  const { email } = form.value;
  const network = ctx.seal("rate limit", `confirm again from ${networkOf(remoteAddress)}`);
  await limits.allow(network, AGAIN_PER_NETWORK, HOUR);
  await limits.allow(ctx.seal("rate limit", `confirm again ${email}`), AGAIN_PER_ADDRESS, HOUR);
  const renewed = await mailAgain(ctx, submission.id, email);
  return c.redirect(`${submissionHref(ctx, "sent", renewed)}?again`, 303);
}

async function showConfirm(c: HouseContext): Promise<Response> {
  const submission = await opened(c, "confirm");
  const { ctx } = c.var;
  if (submission.confirmedAt) return c.redirect(submissionHref(ctx, "status", submission), 303);
  return keptSecret(
    c.var.show(
      { title: "Is this from you?", noindex: true },
      <ConfirmPage
        action={submissionHref(ctx, "confirm", submission)}
        title={submission.title}
        summary={submission.summary}
        name={submission.name}
      />,
    ),
  );
}

async function confirm(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const submission = await confirmSubmission(ctx, (await opened(c, "confirm")).id);
  return c.redirect(`${submissionHref(ctx, "status", submission)}?done=confirmed`, 303);
}

export const linkRoutes: Route[] = [
  get("/share/sent/:id/:token", "signed-link", async (c) => showSent(c, await opened(c, "sent"))),
  post("/share/sent/:id/:token", "signed-link", sendAgain),
  get("/share/confirm/:id/:token", "signed-link", showConfirm),
  post("/share/confirm/:id/:token", "signed-link", confirm),
];
