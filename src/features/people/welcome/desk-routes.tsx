import { hasProblems, type Problems } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { deed, idOf } from "#platform/http/params.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { profilesOf } from "../profiles/queries.ts";
import { shownPeople } from "../profiles/showing.ts";
import { signedIn } from "../signed-in.ts";
import { holdNewcomer, noteGreeted, releaseNewcomer, sendGreeting } from "./greeting-actions.ts";
import { GreetedForm, GreetingForm, HoldForm } from "./greeting-forms.ts";
import { preparedGreeting } from "./mails.tsx";
import { type Newcomer, newcomerById } from "./queries.ts";
import { NewcomerPage } from "./views/newcomer-page.tsx";

async function newcomerAt(c: HouseContext): Promise<Newcomer> {
  const newcomer = await newcomerById(c.var.ctx, idOf(c));
  if (!newcomer) throw new NotFound();
  return newcomer;
}

async function show(
  c: HouseContext,
  returned?: { values: FormValues; problems: Problems },
): Promise<Response> {
  const { ctx } = c.var;
  const self = signedIn(c);
  const newcomer = await newcomerAt(c);
  const seen = (await profilesOf(ctx, [newcomer.id], "members")).get(newcomer.id);
  const [person] = seen ? await shownPeople(ctx, [seen]) : [];
  const { problems = {}, values } = returned ?? {};
  const failed = hasProblems(problems);
  return c.var.show(
    {
      title: `Say hello to ${newcomer.name}`,
      noindex: true,
      scripts: ["writing.js"],
      failed,
      status: failed ? 422 : 200,
    },
    <NewcomerPage
      newcomer={newcomer}
      person={person}
      me={self.id}
      zone={ctx.site.timeZone}
      values={{ ...preparedGreeting(ctx.site, newcomer, self.name), ...values }}
      problems={problems}
    />,
  );
}

async function greet(c: HouseContext): Promise<Response> {
  const newcomer = await newcomerAt(c);
  const values = await formValues(c);
  const form = parse(GreetingForm, values);
  if (!form.ok) return show(c, { values, problems: form.problems });
  const { email, id } = newcomer;
  if (!email) throw new NotFound("This person has no address any more.");
  await sendGreeting(c.var.ctx, { id, email }, form.value, signedIn(c));
  return c.redirect(toNewcomer(c), 303);
}

async function markGreeted(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(GreetedForm, values);
  if (!form.ok) return show(c, { values, problems: form.problems });
  await noteGreeted(c.var.ctx, idOf(c), form.value.note, signedIn(c).id);
  return c.redirect(toNewcomer(c), 303);
}

async function hold(c: HouseContext): Promise<void> {
  const { from } = HoldForm.parse(await formValues(c));
  await holdNewcomer(c.var.ctx, idOf(c), signedIn(c).id, from);
}

const toNewcomer = (c: HouseContext) => `/desk/newcomers/${idOf(c)}`;

export const newcomerRoutes: Route[] = [
  get("/desk/newcomers/:id", "editor", (c) => show(c)),
  post("/desk/newcomers/:id/greeting", "editor", greet),
  post("/desk/newcomers/:id/greeted", "editor", markGreeted),
  post("/desk/newcomers/:id/hold", "editor", deed(hold, toNewcomer)),
  post(
    "/desk/newcomers/:id/release",
    "editor",
    deed((c) => releaseNewcomer(c.var.ctx, idOf(c), signedIn(c).id), toNewcomer),
  ),
];
