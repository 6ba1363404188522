import type { Problems } from "#base/outcome.ts";
import { hasProblems } from "#base/outcome.ts";
import { contactById } from "#features/roster/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { isReviewedOneByOne } from "../kinds.ts";
import { LetterForm, WordForm } from "../rounds/forms.ts";
import { answerText, approveLetter, noteOpened, openedReview, sendBackLetter } from "./answering.ts";
import { openReview, reviewHref } from "./links.ts";
import { ReviewPage } from "./views/review-page.tsx";

interface Back {
  /** Whose letter the form was. */
  of?: string;
  values?: FormValues;
  problems?: Problems;
}

async function showReview(c: HouseContext, { of, values = {}, problems = {} }: Back = {}): Promise<Response> {
  const { ctx } = c.var;
  const review = await openReview(ctx, { id: c.req.param("id"), token: c.req.param("token") });
  const opened = await openedReview(ctx, review);
  const champion = await contactById(ctx, opened.workspace.id, review.champion);
  await noteOpened(ctx, review);
  const failed = hasProblems(problems);
  return keptSecret(
    c.var.show(
      {
        title: `Letters in the name of ${champion?.name ?? "a champion"}`,
        noindex: true,
        scripts: ["writing.js"],
        failed,
        status: failed ? 422 : 200,
      },
      <ReviewPage
        opened={opened}
        champion={champion?.name ?? "the champion"}
        isChampion={review.reviewer.name === champion?.name}
        action={reviewHref(ctx, review)}
        of={of}
        done={c.req.query("done")}
        values={values}
        problems={problems}
      />,
    ),
  );
}

/** Many letters stand on one page, so each one's fields carry whose they are. */
function ofLetter(values: FormValues, contact: string): FormValues {
  const own = ["subject", "body", "word"].map((name) => [name, textOf(values, `${name}-${contact}`)]);
  return { ...Object.fromEntries(own), deed: textOf(values, "deed") };
}

async function answerLetter(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const review = await openReview(ctx, { id: c.req.param("id"), token: c.req.param("token") });
  const contact = idOf(c, "contact");
  const values = ofLetter(await formValues(c), contact);
  const what = textOf(values, "deed");
  if (what === "send-back") {
    const form = parse(WordForm, values);
    if (!form.ok) return showReview(c, { of: contact, values, problems: form.problems });
    await sendBackLetter(ctx, review, contact, form.value.word);
    return backTo(c, reviewHref(ctx, review), "sent-back", contact);
  }
  const form = parse(LetterForm, values);
  if (!form.ok) return showReview(c, { of: contact, values, problems: form.problems });
  const { subject, body } = form.value;
  if (what === "change" && (subject === "" || body.trim() === ""))
    return showReview(c, {
      of: contact,
      values,
      problems: { body: ["A letter needs a subject and some words."] },
    });
  const approved = await approveLetter(ctx, review, contact, what === "change" ? { subject, body } : null);
  if (!approved.ok) return showReview(c, { of: contact, values, problems: approved.problems });
  return backTo(c, reviewHref(ctx, review), "approved", contact);
}

async function answerRound(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const review = await openReview(ctx, { id: c.req.param("id"), token: c.req.param("token") });
  const { round } = await openedReview(ctx, review);
  const values = await formValues(c);
  const version = Number(textOf(values, "version"));
  if (isReviewedOneByOne(round) || textOf(values, "deed") !== "send-back") {
    await answerText(ctx, review, "approved", { word: "", version });
    return backTo(c, reviewHref(ctx, review), "approved");
  }
  const form = parse(WordForm, values);
  if (!form.ok) return showReview(c, { values, problems: form.problems });
  await answerText(ctx, review, "sent-back", { word: form.value.word, version });
  return backTo(c, reviewHref(ctx, review), "sent-back");
}

function backTo(c: HouseContext, href: string, done: string, contact?: string): Promise<Response> {
  return keptSecret(c.redirect(`${href}?done=${done}${contact ? `#letter-${contact}` : ""}`, 303));
}

export const reviewRoutes: Route[] = [
  get("/letters/review/:id/:token", "signed-link", (c) => showReview(c)),
  post("/letters/review/:id/:token", "signed-link", answerRound),
  post("/letters/review/:id/:token/:contact", "signed-link", answerLetter),
];
