import { hasProblems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { ofTable, TEAM } from "#features/partnerships/public.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { mailStates } from "#platform/mail/mail.ts";
import { lettersPath } from "../paths.ts";
import { changeLetter } from "../rounds/actions.ts";
import { LetterForm } from "../rounds/forms.ts";
import { type Audience, audienceOf } from "../rounds/recipients.ts";
import { noteCameBack } from "../rounds/returned.ts";
import { roundIn } from "../rounds/round-in.ts";
import { type Returned, SCRIPTS } from "./returned.ts";
import { LetterPage } from "./views/letter-page.tsx";

async function recipientIn(c: HouseContext) {
  const { workspace, round } = await roundIn(c);
  const key = idOf(c, "contact");
  const audience = await audienceOf(c.var.ctx, workspace, round);
  const index = audience.recipients.findIndex((one) => one.key === key);
  const recipient = audience.recipients[index];
  if (!recipient) throw new NotFound();
  return { workspace, round, audience, recipient, index };
}

async function showLetter(c: HouseContext, { values, problems = {} }: Returned = {}): Promise<Response> {
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

async function cameBack(c: HouseContext): Promise<Response> {
  const { workspace, round, recipient } = await recipientIn(c);
  await noteCameBack(c.var.ctx, workspace, recipient);
  return c.redirect(`${lettersPath(workspace.slug, round.id)}?show=failed&done=back#people`, 303);
}

export const letterRoutes: Route[] = [
  get(ofTable("/letters/:id/to/:contact"), TEAM, (c) => showLetter(c)),
  post(ofTable("/letters/:id/to/:contact"), TEAM, changeOne),
  post(ofTable("/letters/:id/to/:contact/return"), TEAM, cameBack),
];
