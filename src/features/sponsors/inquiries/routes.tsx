import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf, me } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { answerInquiry, closeInquiry, releaseInquiry, takeInquiry } from "./actions.ts";
import { AnswerForm, CloseForm, HoldForm } from "./forms.ts";
import { inquiryById } from "./queries.ts";
import { InquiryPage } from "./views/inquiry-page.tsx";

async function show(c: HouseContext, values: FormValues = {}, problems: Problems = {}): Promise<Response> {
  const { ctx } = c.var;
  const inquiry = await inquiryById(ctx, idOf(c));
  if (!inquiry) throw new NotFound();
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `${inquiry.organization} asks about sponsoring`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <InquiryPage
      inquiry={inquiry}
      zone={ctx.site.timeZone}
      me={me(c).id}
      values={values}
      problems={problems}
    />,
  );
}

async function answer(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(AnswerForm, values);
  if (!form.ok) return show(c, values, form.problems);
  try {
    await answerInquiry(c.var.ctx, idOf(c), form.value, me(c));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // The newer version comes with the page, so that sending it after reading is meant.
    return show(c, { answer: textOf(values, "answer") }, problem("answer", error.message).problems);
  }
  return c.redirect(toInquiry(c), 303);
}

async function close(c: HouseContext): Promise<void> {
  const { version } = CloseForm.parse(await formValues(c));
  await closeInquiry(c.var.ctx, idOf(c), version);
}

async function hold(c: HouseContext): Promise<void> {
  const { from } = HoldForm.parse(await formValues(c));
  await takeInquiry(c.var.ctx, idOf(c), me(c).id, from);
}

const toInquiry = (c: HouseContext) => `/desk/inquiries/${idOf(c)}`;

/** Asking is public and stands on the sponsors page; here is what editors do with it. */
export const inquiryRoutes: Route[] = [
  get("/desk/inquiries/:id", "editor", (c) => show(c)),
  post("/desk/inquiries/:id/answers", "editor", answer),
  post("/desk/inquiries/:id/hold", "editor", deed(hold, toInquiry)),
  post(
    "/desk/inquiries/:id/release",
    "editor",
    deed((c) => releaseInquiry(c.var.ctx, idOf(c), me(c).id), toInquiry),
  ),
  post("/desk/inquiries/:id/closure", "editor", deed(close, toInquiry)),
];
