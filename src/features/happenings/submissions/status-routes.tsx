import type { Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { mediaHref, mediaKey } from "#features/media/public.ts";
import { formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { contentOf, mediaOf } from "../content.ts";
import { answerEditors, withdrawSubmission } from "./changing.ts";
import { saveEdit, showEdit } from "./edit-routes.tsx";
import { AnswerForm } from "./forms.ts";
import { submissionHref } from "./links.ts";
import { messagesOf, passagesOf, type Submission, submissionsBy } from "./queries.ts";
import { allowWriting, keptSecret, opened } from "./signed.ts";
import { MyUpdatesPage } from "./views/my-updates-page.tsx";
import { answerDraft, StatusPage } from "./views/status-page.tsx";
import { WithdrawalPage } from "./views/withdrawal-page.tsx";

const DONE: Record<string, string> = {
  confirmed: "Thank you, it is confirmed. Keep this page’s address: it is in the mail we have just sent you.",
  answered: "Your message is with the editors.",
  saved: "Your changes are saved.",
  withdrawn: "You have taken it back.",
};

async function showStatus(
  c: HouseContext,
  submission: Submission,
  form: { answer: string; problems: Problems } = { answer: "", problems: {} },
) {
  const { ctx } = c.var;
  const failed = form.answer !== "" || Object.keys(form.problems).length > 0;
  const done = c.req.query("done") ?? "";
  const draft = c.req.query("draft");
  const stored = await contentOf(ctx, submission.id);
  if (!stored) throw new Error("A happening has no version");
  const media = await mediaOf(ctx, stored.content);
  return keptSecret(
    c.var.show(
      { title: submission.title, noindex: true, scripts: ["writing.js"], failed, status: failed ? 422 : 200 },
      <StatusPage
        submission={submission}
        passages={await passagesOf(ctx, submission.id)}
        messages={await messagesOf(ctx, submission.id)}
        zone={ctx.site.timeZone}
        content={stored.content}
        files={media.map((file) => ({ file, href: mediaHref(file, { key: mediaKey(ctx, file.id) }) }))}
        siteUrl={ctx.site.url}
        href={submissionHref(ctx, "status", submission)}
        done={Object.hasOwn(DONE, done) ? DONE[done] : undefined}
        sent={[...(done === "answered" ? [answerDraft(submission.id)] : []), ...(draft ? [draft] : [])]}
        {...form}
      />,
    ),
  );
}

async function takeAnswer(c: HouseContext): Promise<Response> {
  const submission = await opened(c, "status");
  const values = await formValues(c);
  const form = parse(AnswerForm, values);
  if (!form.ok)
    return showStatus(c, submission, { answer: textOf(values, "answer"), problems: form.problems });
  await allowWriting(c, submission);
  await answerEditors(c.var.ctx, submission.id, form.value.answer);
  return c.redirect(`${submissionHref(c.var.ctx, "status", submission)}?done=answered`, 303);
}

async function showWithdrawal(c: HouseContext): Promise<Response> {
  const submission = await opened(c, "status");
  const statusHref = submissionHref(c.var.ctx, "status", submission);
  if (submission.stage === "withdrawn") return c.redirect(statusHref, 303);
  return keptSecret(
    c.var.show(
      { title: "Take it back?", noindex: true },
      <WithdrawalPage
        title={submission.title}
        statusHref={statusHref}
        isPublic={submission.stage === "published"}
      />,
    ),
  );
}

async function withdraw(c: HouseContext): Promise<Response> {
  const submission = await opened(c, "status");
  await withdrawSubmission(c.var.ctx, submission.id);
  return c.redirect(`${submissionHref(c.var.ctx, "status", submission)}?done=withdrawn`, 303);
}

const PER_PAGE = 20;

async function showMine(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  if (ctx.actor.kind !== "person") throw new NotFound();
  const { email } = ctx.actor;
  const page = Math.max(1, Math.min(10_000, Math.trunc(Number(c.req.query("page") ?? "1")) || 1));
  const { items, total } = await submissionsBy(ctx, email, {
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  });
  if (items.length === 0 && page > 1) throw new NotFound("This list does not go on that far.");
  return c.var.show(
    { title: "Your updates", noindex: true },
    <MyUpdatesPage
      email={email}
      items={items.map((submission) => ({
        submission,
        href: submissionHref(ctx, submission.confirmedAt ? "status" : "confirm", submission),
      }))}
      page={page}
      pages={Math.ceil(total / PER_PAGE)}
      zone={ctx.site.timeZone}
    />,
  );
}

export const statusRoutes: Route[] = [
  get("/share/status/:id/:token", "signed-link", async (c) => showStatus(c, await opened(c, "status"))),
  post("/share/status/:id/:token/answers", "signed-link", takeAnswer),
  get("/share/status/:id/:token/edit", "signed-link", showEdit),
  post("/share/status/:id/:token/edit", "signed-link", saveEdit),
  get("/share/status/:id/:token/withdrawal", "signed-link", showWithdrawal),
  post("/share/status/:id/:token/withdrawal", "signed-link", withdraw),
  get("/my-updates", "member", showMine),
];
