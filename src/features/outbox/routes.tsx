import { NotFound } from "#base/surprises.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { mailById, mailCounts, mailsPage } from "#platform/mail/mail.ts";
import { retryJob, sendAgain } from "./actions.ts";
import { beforeAddress, FailuresQuery, OutboxQuery } from "./forms.ts";
import { mayReadText, TABS } from "./rules.ts";
import { FailuresPage } from "./views/failures-page.tsx";
import { MailPage } from "./views/mail-page.tsx";
import { OutboxPage } from "./views/outbox-page.tsx";

const PER_PAGE = 50;
const FAILED_MAILS_SHOWN = 20;
const SCRIPTS = ["writing.js"];

export interface OutboxOptions {
  /** Whether a mail server is set. */
  delivers: boolean;
  /** Kinds of mails whose text is their recipient's alone. */
  privateKinds: readonly string[];
}

async function showOutbox(c: HouseContext, { delivers }: OutboxOptions): Promise<Response> {
  const { ctx } = c.var;
  const { state, before } = OutboxQuery.parse(c.req.query());
  const found = await mailsPage(ctx, {
    ...(state ? { states: TABS[state].states } : {}),
    ...(before ? { before } : {}),
    limit: PER_PAGE + 1,
  });
  const mails = found.slice(0, PER_PAGE);
  const last = mails.at(-1);
  const address = (rest: Record<string, string>) => {
    const query = new URLSearchParams({ ...(state ? { state } : {}), ...rest });
    return query.size > 0 ? `/desk/outbox?${query}` : "/desk/outbox";
  };
  return c.var.show(
    { title: "Outbox", noindex: true },
    <OutboxPage
      mails={mails}
      counts={await mailCounts(ctx)}
      tab={state}
      newest={before ? address({}) : undefined}
      older={found.length > PER_PAGE && last ? address({ before: beforeAddress(last) }) : undefined}
      delivers={delivers}
      zone={ctx.site.timeZone}
    />,
  );
}

async function showMail(c: HouseContext, { delivers, privateKinds }: OutboxOptions): Promise<Response> {
  const { ctx } = c.var;
  const mail = await mailById(ctx, idOf(c));
  if (!mail) throw new NotFound();
  return c.var.show(
    { title: mail.subject, noindex: true, scripts: SCRIPTS },
    <MailPage
      mail={mail}
      readable={mayReadText(mail, privateKinds)}
      delivers={delivers}
      zone={ctx.site.timeZone}
      again={c.req.query("again") !== undefined}
    />,
  );
}

async function showFailures(c: HouseContext, { delivers }: OutboxOptions): Promise<Response> {
  const { ctx } = c.var;
  const { page } = FailuresQuery.parse(c.req.query());
  const jobs = await ctx.jobs.failures({ limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE });
  const counts = await mailCounts(ctx);
  return c.var.show(
    { title: "What went wrong", noindex: true, scripts: SCRIPTS },
    <FailuresPage
      jobs={jobs.slice(0, PER_PAGE)}
      mails={await mailsPage(ctx, { states: ["failed"], limit: FAILED_MAILS_SHOWN })}
      failedMails={counts.failed}
      page={page}
      more={jobs.length > PER_PAGE}
      delivers={delivers}
      zone={ctx.site.timeZone}
      again={c.req.query("again") !== undefined}
    />,
  );
}

async function send(c: HouseContext): Promise<Response> {
  await sendAgain(c.var.ctx, idOf(c));
  return c.redirect(`/desk/outbox/${idOf(c)}?again`, 303);
}

async function retry(c: HouseContext): Promise<Response> {
  await retryJob(c.var.ctx, c.req.param("name") ?? "", idOf(c));
  return c.redirect("/desk/failures?again", 303);
}

export function outboxRoutes(options: OutboxOptions): Route[] {
  return [
    get("/desk/outbox", "editor", (c) => showOutbox(c, options)),
    get("/desk/outbox/:id", "editor", (c) => showMail(c, options)),
    post("/desk/outbox/:id/sending", "editor", send),
    get("/desk/failures", "editor", (c) => showFailures(c, options)),
    post("/desk/failures/:name/:id/retry", "editor", retry),
  ];
}
