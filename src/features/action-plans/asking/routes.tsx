import { dayOf } from "#base/local-time.ts";
import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { ofTable, TEAM, workspaceById } from "#features/partnerships/public.ts";
import { contactById } from "#features/roster/public.ts";
import { type FormValues, formValues, textOf } from "#platform/http/forms.ts";
import { idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { keptSecret } from "#platform/http/secret-page.ts";
import { planIn } from "../door.ts";
import { planPath } from "../paths.ts";
import { peopleOf } from "../people.ts";
import { keepAnswers, setAsking, stopLetters, withdrawLink } from "./answering.ts";
import { readAnswers } from "./forms.ts";
import { answerHref, openAnswerLink, stopHref } from "./links.ts";
import { monthOf, nextMorning } from "./months.ts";
import { actionsOfOwner, isWritten, lettersOf, ownersToAsk } from "./queries.ts";
import { AnswerPage } from "./views/answer-page.tsx";
import { LettersPage } from "./views/letters-page.tsx";
import { StopPage } from "./views/stop-page.tsx";
import { writeLetters } from "./writing.ts";

const HOUR = 3_600;
const TRIES_PER_HOUR = 60;
const PAGE = 50;

async function showLetters(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace, plan } = await planIn(c);
  const page = Math.min(1_000, Math.max(1, Number.parseInt(c.req.query("page") ?? "", 10) || 1));
  const asked = await ownersToAsk(ctx, workspace.id);
  const { items, more } = await lettersOf(ctx, workspace.id, { offset: (page - 1) * PAGE, limit: PAGE });
  const zone = workspace.timeZone;
  const next = nextMorning(ctx.now, zone);
  const asksThisMonth = !(await isWritten(ctx, workspace.id, monthOf(ctx.now, zone)));
  // Asked by hand before the month's morning came, the next is that of the month after.
  const nextOn =
    asksThisMonth || monthOf(next, zone) !== monthOf(ctx.now, zone) ? next : nextMorning(next, zone);
  return c.var.show(
    { title: `Letters to owners: ${workspace.name}`, noindex: true, scripts: ["writing.js"] },
    <LettersPage
      workspace={workspace}
      plan={plan}
      asked={asked}
      people={
        await peopleOf(ctx, workspace.id, [
          ...asked.reachable.map(({ contact }) => contact),
          ...asked.unreachable.map(({ contact }) => contact),
        ])
      }
      nextOn={dayOf(nextOn, zone)}
      asksThisMonth={asksThisMonth}
      letters={items}
      page={page}
      more={more}
      now={ctx.now}
      done={c.req.query("done")}
    />,
  );
}

async function takeAsking(c: HouseContext): Promise<Response> {
  const { workspace } = await planIn(c);
  await setAsking(c.var.ctx, workspace, textOf(await formValues(c), "asks") === "yes");
  return c.redirect(`${planPath(workspace.slug, "letters")}?done=asking`, 303);
}

/** This month's letters now, where they have not gone out: a plan made in the middle of a month need not wait. */
async function askNow(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const { workspace } = await planIn(c);
  const written = await writeLetters(ctx, workspace.id, monthOf(ctx.now, workspace.timeZone));
  const done = written > 0 ? "asked" : "nobody";
  return c.redirect(`${planPath(workspace.slug, "letters")}?done=${done}`, 303);
}

async function withdraw(c: HouseContext): Promise<Response> {
  const { workspace } = await planIn(c);
  await withdrawLink(c.var.ctx, workspace.id, idOf(c));
  return c.redirect(`${planPath(workspace.slug, "letters")}?done=withdrawn`, 303);
}

/** What a link opens: one owner's actions in one plan. @throws NotFound */
async function opened(c: HouseContext) {
  const { ctx } = c.var;
  const letter = await openAnswerLink(ctx, { id: c.req.param("id"), token: c.req.param("token") });
  const workspace = await workspaceById(ctx, letter.partnership);
  const owner = await contactById(ctx, letter.partnership, letter.contact);
  if (!workspace || !owner) throw new NotFound();
  return { letter, workspace, owner };
}

async function showAnswers(
  c: HouseContext,
  { values, problems = {} }: { values?: FormValues; problems?: Problems } = {},
): Promise<Response> {
  const { ctx } = c.var;
  const { letter, workspace, owner } = await opened(c);
  const failed = hasProblems(problems);
  const actions = await actionsOfOwner(ctx, workspace.id, letter.contact, letter.sentAt);
  const chosen = { action: c.req.query("action") ?? "", say: c.req.query("say") ?? "" };
  return keptSecret(
    c.var.show(
      {
        title: `Your actions for ${workspace.name}`,
        noindex: true,
        scripts: ["writing.js"],
        failed,
        status: failed ? 422 : 200,
      },
      <AnswerPage
        partnership={workspace.name}
        owner={owner}
        actions={actions}
        chosen={chosen}
        action={answerHref(ctx, letter)}
        stop={stopHref(ctx, letter)}
        endsOn={dayOf(letter.linkEndsAt, workspace.timeZone)}
        today={dayOf(ctx.now, workspace.timeZone)}
        values={values ?? (chosen.action ? { [`say-${chosen.action}`]: chosen.say } : {})}
        problems={problems}
        done={c.req.query("done") === "kept"}
      />,
    ),
  );
}

async function takeAnswers(c: HouseContext): Promise<Response> {
  const { ctx, limits } = c.var;
  const { letter, workspace } = await opened(c);
  await limits.allow(ctx.seal("rate limit", `plan answers by ${letter.id}`), TRIES_PER_HOUR, HOUR);
  const values = await formValues(c);
  const actions = await actionsOfOwner(ctx, workspace.id, letter.contact, letter.sentAt);
  const answers = readAnswers(values, actions);
  if (!answers.ok) return showAnswers(c, { values, problems: answers.problems });
  if (answers.value.length === 0)
    return showAnswers(c, {
      values,
      problems: problem("", "Choose how at least one of them stands; the others can wait.").problems,
    });
  await keepAnswers(ctx, workspace, letter, answers.value);
  return keptSecret(c.redirect(`${answerHref(ctx, letter)}?done=kept`, 303));
}

async function showStop(c: HouseContext): Promise<Response> {
  const { letter, workspace } = await opened(c);
  return keptSecret(
    c.var.show(
      { title: "No more of these letters", noindex: true },
      <StopPage
        partnership={workspace.name}
        action={stopHref(c.var.ctx, letter)}
        back={answerHref(c.var.ctx, letter)}
        done={c.req.query("done") === "stopped"}
      />,
    ),
  );
}

/** Also pressed by mail programs themselves, which send a form of their own and ask for nothing. */
async function takeStop(c: HouseContext): Promise<Response> {
  const { letter } = await opened(c);
  await stopLetters(c.var.ctx, letter);
  return keptSecret(c.redirect(`${stopHref(c.var.ctx, letter)}?done=stopped`, 303));
}

const LETTERS = ofTable("/plan/letters");
const LINK = "/plan-answers/:id/:token";

export const askingRoutes: Route[] = [
  get(LETTERS, TEAM, showLetters),
  post(LETTERS, TEAM, takeAsking),
  post(`${LETTERS}/now`, TEAM, askNow),
  post(`${LETTERS}/:id/withdrawal`, TEAM, withdraw),
  get(LINK, "signed-link", (c) => showAnswers(c)),
  post(LINK, "signed-link", takeAnswers),
  get(`${LINK}/stop`, "signed-link", showStop),
  post(`${LINK}/stop`, "signed-link", takeStop),
];
