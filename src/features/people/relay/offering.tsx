import { hasProblems, type Problems } from "#base/outcome.ts";
import { type FormValues, formValues, parse } from "#platform/http/forms.ts";
import { judgeSender } from "#platform/http/gate.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { type LetterFate, type LetterRecipient, type LetterWriter, passOnLetter } from "./actions.ts";
import { GuestLetterForm, LetterForm } from "./forms.ts";
import { LetterPage, type LetterPlace, LetterSentPage } from "./views/letter-page.tsx";

/**
 * The pages of writing to somebody through the house: the form at `path`, and what became of the letter.
 *
 * @param path such as `/partnerships/:slug/letter`
 * @param find who is written to there. @throws NotFound where this visitor may not write
 */
export function letterRoutes(
  path: string,
  find: (c: HouseContext) => Promise<{ to: LetterRecipient; place: LetterPlace }>,
): Route[] {
  async function show(c: HouseContext, values: FormValues = {}, problems: Problems = {}): Promise<Response> {
    const { to, place } = await find(c);
    const { actor } = c.var.ctx;
    const failed = hasProblems(problems);
    return c.var.show(
      {
        title: `Write to ${to.name}`,
        noindex: true,
        scripts: ["writing.js"],
        failed,
        status: failed ? 422 : 200,
      },
      <LetterPage
        to={to.name}
        place={place}
        action={new URL(c.req.url).pathname}
        self={actor.kind === "person" ? actor : undefined}
        values={values}
        problems={problems}
      />,
    );
  }

  async function send(c: HouseContext): Promise<Response> {
    const { ctx } = c.var;
    const { to } = await find(c);
    const values = await formValues(c);
    const form = writtenBy(c, values);
    if (!form.ok) return show(c, values, form.problems);
    const { from, text } = form.value;
    const { doubt, problems } = await judgeSender(c, values, { email: from.email });
    if (hasProblems(problems)) return show(c, values, problems);
    const passed = await passOnLetter(ctx, { to, from, text, doubt });
    if (!passed.ok) return show(c, values, passed.problems);
    return c.redirect(`${new URL(c.req.url).pathname}/${passed.value}`, 303);
  }

  async function showSent(c: HouseContext): Promise<Response> {
    const { to, place } = await find(c);
    const fate = (c.req.param("fate") ?? "passed-on") as LetterFate;
    return c.var.show(
      { title: "Your letter", noindex: true },
      <LetterSentPage fate={fate} to={to.name} back={place.href} />,
    );
  }

  return [
    get(path, "everyone", (c) => show(c)),
    post(path, "everyone", send),
    get(`${path}/:fate{unconfirmed|held|passed-on}`, "everyone", showSent),
  ];
}

function writtenBy(c: HouseContext, values: FormValues) {
  const { actor } = c.var.ctx;
  if (actor.kind !== "person") {
    const form = parse(GuestLetterForm, values);
    if (!form.ok) return form;
    const { name, email, text } = form.value;
    const from: LetterWriter = { name, email };
    return { ok: true as const, value: { from, text } };
  }
  const form = parse(LetterForm, values);
  if (!form.ok) return form;
  const from: LetterWriter = { name: actor.name, email: actor.email, personId: actor.id };
  return { ok: true as const, value: { from, text: form.value.text } };
}
