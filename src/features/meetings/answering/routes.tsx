import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { workspaceById } from "#features/partnerships/public.ts";
import { contentDisposition } from "#platform/files/disposition.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { AnswerForm } from "../guests/forms.ts";
import { openGuest, rsvpHref } from "../guests/links.ts";
import { takesAnswers } from "../rules.ts";
import { answerInvitation } from "./actions.ts";
import { calendarFile, calendarFileName } from "./calendar-file.ts";
import { RsvpPage } from "./views/rsvp-page.tsx";

const HOUR = 3_600;
/** More than anybody changes their mind. */
const ANSWERS_PER_HOUR = 20;

async function opened(c: HouseContext) {
  const { ctx } = c.var;
  const found = await openGuest(ctx, "rsvp", { id: c.req.param("id"), token: c.req.param("token") });
  const workspace = await workspaceById(ctx, found.meeting.partnership);
  if (!workspace) throw new NotFound();
  return { ...found, workspace };
}

async function showRsvp(
  c: HouseContext,
  { values, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const found = await opened(c);
  const { guest, meeting } = found;
  const failed = hasProblems(problems);
  return keptSecret(
    c.var.show(
      {
        title: meeting.title,
        noindex: true,
        scripts: ["writing.js"],
        failed,
        status: failed ? 422 : 200,
      },
      <RsvpPage
        {...found}
        action={rsvpHref(ctx, guest)}
        open={takesAnswers(meeting, ctx.now)}
        thanks={c.req.query("thanks") === "yes"}
        values={values ?? { answer: guest.answer ?? "", note: guest.answerNote }}
        problems={problems}
      />,
    ),
  );
}

async function answer(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const found = await opened(c);
  await limits.allow(ctx.seal("rate limit", `meeting answers of ${found.guest.id}`), ANSWERS_PER_HOUR, HOUR);
  const values = await formValues(c);
  const form = parse(AnswerForm, values);
  if (!form.ok) return showRsvp(c, { values, problems: form.problems });
  try {
    await answerInvitation(ctx, found, form.value);
  } catch (error) {
    // It has begun meanwhile: their own page says so, kinder than a page of refusal.
    if (!(error instanceof Conflict)) throw error;
    return keptSecret(c.redirect(rsvpHref(ctx, found.guest), 303));
  }
  return keptSecret(c.redirect(`${rsvpHref(ctx, found.guest)}?thanks=yes`, 303));
}

async function sendCalendarFile(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { guest, meeting, workspace } = await opened(c);
  const file = calendarFile(ctx.site, {
    meeting,
    partnership: workspace.name,
    href: rsvpHref(ctx, guest),
    repliesTo: workspace.repliesTo,
    now: ctx.now,
  });
  return keptSecret(
    c.body(file, 200, {
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": contentDisposition("attachment", calendarFileName(meeting)),
    }),
  );
}

export const answeringRoutes: Route[] = [
  get("/rsvp/:id/:token", "signed-link", (c) => showRsvp(c)),
  post("/rsvp/:id/:token", "signed-link", answer),
  get("/rsvp/:id/:token/calendar.ics", "signed-link", sendCalendarFile),
];
