import { hasProblems } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { ofTable, TEAM } from "#features/partnerships/public.ts";
import { championsOf, contactsOf, nameOrAddress } from "#features/roster/public.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { lettersPath } from "../paths.ts";
import { changeRound } from "../rounds/actions.ts";
import { TextForm } from "../rounds/forms.ts";
import type { Round } from "../rounds/queries.ts";
import { roundIn } from "../rounds/round-in.ts";
import { type Returned, SCRIPTS } from "./returned.ts";
import { TextPage } from "./views/text-page.tsx";

async function showText(
  c: HouseContext,
  { values, problems = {} }: Returned = {},
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

export const textRoutes: Route[] = [
  get(ofTable("/letters/:id/text"), TEAM, (c) => showText(c)),
  post(ofTable("/letters/:id/text"), TEAM, change),
];
