import { hasProblems, type Problems } from "#base/outcome.ts";
import { Conflict, NotFound } from "#base/surprises.ts";
import { meetingsOf } from "#features/meetings/public.ts";
import { ofTable, TEAM, workspaceIn } from "#features/partnerships/public.ts";
import { championsOf, contactsOf, nameOrAddress } from "#features/roster/public.ts";
import { transact } from "#platform/database/transact.ts";
import { type FormValues, formValues, listOf, parse, textOf } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { mailStates, requeueMail } from "#platform/mail/mail.ts";
import { lettersPath } from "../paths.ts";
import { askForReview, endReview, noteApproval } from "../reviews/asking.ts";
import { reviewHref } from "../reviews/links.ts";
import { changeLetter, changeRound, dropRound, openRound } from "../rounds/actions.ts";
import {
  fiveToday,
  LetterForm,
  NewRoundForm,
  ReviewForm,
  SendingForm,
  sendTime,
  TextForm,
} from "../rounds/forms.ts";
import { type Round, roundsOf } from "../rounds/queries.ts";
import { type Audience, audienceOf } from "../rounds/recipients.ts";
import { reviewsOf } from "../rounds/reviews.ts";
import { roundIn } from "../rounds/round-in.ts";
import { planRound, unplanRound } from "../rounds/sending.ts";
import { templatesOpenTo } from "../templates/queries.ts";
import { shownOf } from "./shown.ts";
import { LetterPage } from "./views/letter-page.tsx";
import { NewRoundPage } from "./views/new-round-page.tsx";
import { RoundPage } from "./views/round-page.tsx";
import { RoundsPage } from "./views/rounds-page.tsx";
import { TextPage } from "./views/text-page.tsx";

const PER_PAGE = 30;
const SCRIPTS = ["writing.js"];

function pageOf(c: HouseContext): number {
  const page = Number(c.req.query("page") ?? 1);
  return Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1;
}

async function showRounds(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const page = pageOf(c);
  const { items, more } = await roundsOf(ctx, workspace.id, {
    offset: (page - 1) * PER_PAGE,
    limit: PER_PAGE,
  });
  const meetings = await meetingsOf(ctx, workspace.id, { which: "all", offset: 0, limit: 40 });
  return c.var.show(
    { title: `Letters of the ${workspace.name}`, noindex: true },
    <RoundsPage
      workspace={workspace}
      rounds={items}
      meetings={new Map(meetings.items.map((meeting) => [meeting.id, meeting]))}
      page={page}
      more={more}
      gone={c.req.query("done") === "gone"}
    />,
  );
}

async function showNew(c: HouseContext, values?: FormValues, problems: Problems = {}): Promise<Response> {
  const { ctx } = c.var;
  const workspace = await workspaceIn(c);
  const meetings = await meetingsOf(ctx, workspace.id, { which: "all", offset: 0, limit: 40 });
  const failed = hasProblems(problems);
  return c.var.show(
    { title: "Write letters", noindex: true, scripts: SCRIPTS, failed, status: failed ? 422 : 200 },
    <NewRoundPage
      workspace={workspace}
      meetings={meetings.items}
      templates={await templatesOpenTo(ctx, workspace.id)}
      values={values ?? c.req.query()}
      problems={problems}
    />,
  );
}

async function open(c: HouseContext): Promise<Response> {
  const workspace = await workspaceIn(c);
  const values = await formValues(c);
  const form = parse(NewRoundForm, values);
  if (!form.ok) return showNew(c, values, form.problems);
  const round = await openRound(c.var.ctx, workspace, form.value);
  if (!round.ok) return showNew(c, values, round.problems);
  return c.redirect(
    lettersPath(workspace.slug, round.value.id, ...(round.value.audience === "chosen" ? ["text"] : [])),
    303,
  );
}

interface Back {
  values?: FormValues;
  problems?: Problems;
}

async function showRound(c: HouseContext, { values = {}, problems = {} }: Back = {}): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round } = await roundIn(c);
  const audience = await audienceOf(ctx, workspace, round);
  const reviews = await reviewsOf(ctx, round.id);
  const mails = await mailStates(ctx, [
    ...audience.recipients.flatMap(({ letter }) => letter?.mail ?? []),
    ...reviews.flatMap(({ mail }) => mail ?? []),
  ]);
  const page = pageOf(c);
  const five = fiveToday(ctx.now, workspace.timeZone);
  const failed = hasProblems(problems);
  return c.var.show(
    { title: round.subject, noindex: true, scripts: SCRIPTS, failed, status: failed ? 422 : 200 },
    <RoundPage
      workspace={workspace}
      round={round}
      audience={audience}
      shown={shownOf(audience, c.req.query("show") ?? "", mails, page)}
      mails={mails}
      reviews={reviews.map((review) => ({
        ...review,
        href: review.linkKey ? reviewHref(ctx, review) : null,
      }))}
      siteUrl={ctx.site.url}
      now={ctx.now}
      fiveIsToCome={five.ok && five.value > ctx.now}
      done={c.req.query("done")}
      values={values}
      problems={problems}
    />,
  );
}

async function showText(
  c: HouseContext,
  { values, problems = {} }: Back = {},
  stale?: { theirs: Round },
): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round } = await roundIn(c);
  const people = await contactsOf(ctx, workspace.id, {}, { offset: 0, limit: 1_000 });
  const failed = hasProblems(problems) || stale !== undefined;
  return c.var.show(
    {
      title: "The text of the letters",
      noindex: true,
      scripts: SCRIPTS,
      failed,
      status: stale ? 409 : failed ? 422 : 200,
    },
    <TextPage
      workspace={workspace}
      round={round}
      champions={await championsOf(ctx, workspace.id)}
      people={people.items.map(({ id, name, email, company }) => ({
        id,
        label: [nameOrAddress({ name, email }), company?.name].filter(Boolean).join(", "),
      }))}
      values={values ?? textValues(round)}
      problems={problems}
      stale={stale?.theirs}
    />,
  );
}

function textValues(round: Round): FormValues {
  return {
    version: String(round.version),
    subject: round.subject,
    body: round.body,
    unknownGreeting: round.unknownGreeting,
    actionLabel: round.action?.label ?? "",
    actionUrl: round.action?.url ?? "",
    signing: round.signing,
    signedBy: round.signedBy ?? "",
    replyName: round.repliesTo?.name ?? "",
    replyEmail: round.repliesTo?.email ?? "",
    audience: round.audience,
    chosen: round.chosen,
  };
}

async function change(c: HouseContext): Promise<Response> {
  const { workspace, round } = await roundIn(c);
  const values = await formValues(c);
  const form = parse(TextForm, values);
  if (!form.ok) return showText(c, { values, problems: form.problems });
  const { version, ...text } = form.value;
  try {
    const changed = await changeRound(c.var.ctx, workspace, round.id, text, version);
    if (!changed.ok) return showText(c, { values, problems: changed.problems });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showText(c, { values: { ...values, version: String(round.version) } }, { theirs: round });
  }
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?done=text`, 303);
}

async function send(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round } = await roundIn(c);
  const values = await formValues(c);
  const form = parse(SendingForm, values);
  if (!form.ok) return showRound(c, { values, problems: form.problems });
  const at = sendTime(form.value, workspace.timeZone, ctx.now);
  if (!at.ok) return showRound(c, { values, problems: at.problems });
  const planned = await planRound(ctx, workspace, round.id, at.value);
  if (!planned.ok) return showRound(c, { values, problems: planned.problems });
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?done=${at.value ? "planned" : "sending"}`, 303);
}

/** Mails that failed go into the queue again, all of a round at once. */
async function retry(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round } = await roundIn(c);
  const { recipients } = await audienceOf(ctx, workspace, round);
  const mails = await mailStates(
    ctx,
    recipients.flatMap(({ letter }) => letter?.mail ?? []),
  );
  await transact(ctx, async (inner) => {
    for (const [id, { state }] of mails) if (state === "failed") await requeueMail(inner, id);
  });
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?done=again`, 303);
}

async function recipientIn(c: HouseContext) {
  const { workspace, round } = await roundIn(c);
  const key = idOf(c, "contact");
  const audience = await audienceOf(c.var.ctx, workspace, round);
  const index = audience.recipients.findIndex((one) => one.key === key);
  const recipient = audience.recipients[index];
  if (!recipient) throw new NotFound();
  return { workspace, round, audience, recipient, index };
}

async function showLetter(c: HouseContext, { values, problems = {} }: Back = {}): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round, audience, recipient, index } = await recipientIn(c);
  const mail = recipient.letter?.mail ?? "";
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `The letter to ${recipient.shown}`,
      noindex: true,
      scripts: SCRIPTS,
      failed,
      status: failed ? 422 : 200,
    },
    <LetterPage
      workspace={workspace}
      round={round}
      site={ctx.site}
      recipient={recipient}
      before={audience.recipients[index - 1]}
      after={audience.recipients[index + 1]}
      mail={(await mailStates(ctx, mail ? [mail] : [])).get(mail)}
      saved={c.req.query("done") === "saved"}
      values={values ?? letterValues(recipient)}
      problems={problems}
    />,
  );
}

function letterValues({ letter, composed, contact }: Audience["recipients"][number]): FormValues {
  return {
    subject: letter?.own?.subject ?? composed.subject,
    body: letter?.own?.body ?? composed.body,
    met: letter?.facts.met ?? "",
    caresAbout: letter?.facts.caresAbout ?? contact?.caresAbout ?? "",
  };
}

/** Facts alone let the letter follow the round's text; words of its own make it one of its own. */
async function changeOne(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, round, recipient } = await recipientIn(c);
  if (!recipient.contact) throw new NotFound();
  const values = await formValues(c);
  const form = parse(LetterForm, values);
  if (!form.ok) return showLetter(c, { values, problems: form.problems });
  const { subject, body, met, caresAbout } = form.value;
  const whose = { contact: recipient.contact.id, guest: recipient.guest?.id ?? null };
  const what = textOf(values, "deed");
  const own = what === "words" ? { subject, body } : what === "follow" ? null : undefined;
  if (own && (own.subject === "" || own.body.trim() === ""))
    return showLetter(c, { values, problems: { body: ["A letter needs a subject and some words."] } });
  const changed = await changeLetter(ctx, workspace, round.id, whose, {
    ...(what === "facts" ? { facts: { met, caresAbout } } : {}),
    ...(own === undefined ? {} : { own }),
    ...(what === "leave-out" ? { state: "left-out" as const } : {}),
  });
  if (!changed.ok) return showLetter(c, { values, problems: changed.problems });
  return c.redirect(`${lettersPath(workspace.slug, round.id, "to", recipient.key)}?done=saved`, 303);
}

async function ask(c: HouseContext): Promise<Response> {
  const { workspace, round } = await roundIn(c);
  const values = await formValues(c);
  const form = parse(ReviewForm, values);
  if (!form.ok) return showRound(c, { values, problems: form.problems });
  const champions = listOf(values, "champion");
  for (const champion of champions) {
    const asked = await askForReview(c.var.ctx, workspace, round.id, {
      ...form.value,
      champion: asId(champion),
    });
    if (!asked.ok) return showRound(c, { values, problems: asked.problems });
  }
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?done=asked`, 303);
}

function asId(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw new NotFound();
  return text;
}

async function approveByHand(c: HouseContext): Promise<Response> {
  const { workspace, round } = await roundIn(c);
  const values = await formValues(c);
  const noted = await noteApproval(c.var.ctx, workspace, round.id, asId(textOf(values, "champion")));
  if (!noted.ok) return showRound(c, { values, problems: noted.problems });
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?done=approved`, 303);
}

const backToRound = (c: HouseContext) => lettersPath(c.req.param("slug") ?? "", idOf(c));

export const roundRoutes: Route[] = [
  get(ofTable("/letters"), TEAM, showRounds),
  get(ofTable("/letters/new"), TEAM, (c) => showNew(c)),
  post(ofTable("/letters"), TEAM, open),
  get(ofTable("/letters/:id"), TEAM, (c) => showRound(c)),
  get(ofTable("/letters/:id/text"), TEAM, (c) => showText(c)),
  post(ofTable("/letters/:id/text"), TEAM, change),
  post(ofTable("/letters/:id/sending"), TEAM, send),
  post(
    ofTable("/letters/:id/unplanning"),
    TEAM,
    deed(async (c) => unplanRound(c.var.ctx, await workspaceIn(c), idOf(c)), backToRound),
  ),
  post(
    ofTable("/letters/:id/removal"),
    TEAM,
    deed(
      async (c) => dropRound(c.var.ctx, await workspaceIn(c), idOf(c)),
      (c) => `${lettersPath(c.req.param("slug") ?? "")}?done=gone`,
    ),
  ),
  post(ofTable("/letters/:id/retry"), TEAM, retry),
  get(ofTable("/letters/:id/to/:contact"), TEAM, (c) => showLetter(c)),
  post(ofTable("/letters/:id/to/:contact"), TEAM, changeOne),
  post(ofTable("/letters/:id/reviews"), TEAM, ask),
  post(
    ofTable("/letters/:id/reviews/:review/ending"),
    TEAM,
    deed(async (c) => endReview(c.var.ctx, await workspaceIn(c), idOf(c), idOf(c, "review")), backToRound),
  ),
  post(ofTable("/letters/:id/approvals"), TEAM, approveByHand),
];
