import { z } from "zod";
import { emailAddress } from "#base/fields.ts";
import { type Problems, problem } from "#base/outcome.ts";
import { Conflict } from "#base/surprises.ts";
import { transact } from "#platform/database/transact.ts";
import { tell } from "#platform/events.ts";
import { type FormValues, formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { copyFile, type HeldPart, type WholePerson } from "./holding.ts";
import { preview } from "./own-routes.tsx";
import { PeopleDataPage } from "./views/people-data-page.tsx";

const AskedForm = z.object({ email: emailAddress() });

interface Found {
  email: string;
  parts: HeldPart[];
  lines: string[];
  hindrance: string | undefined;
}

/**
 * For administrators, whom people ask. The address is sent by forms and stands in no address line, where a history or
 * a log would keep it.
 */
export function deskRoutes(whole: WholePerson): Route[] {
  async function show(
    c: HouseContext,
    given: { values?: FormValues; problems?: Problems; found?: Found; done?: string[] } = {},
  ) {
    const { problems = {} } = given;
    const failed = Object.keys(problems).length > 0;
    return c.var.show(
      {
        title: "A person’s data",
        noindex: true,
        failed,
        status: failed ? 422 : 200,
        scripts: ["writing.js"],
      },
      <PeopleDataPage {...given} problems={problems} typed={textOf(given.values ?? {}, "email")} />,
    );
  }

  async function foundFor(c: HouseContext, email: string): Promise<Found> {
    const { ctx } = c.var;
    return { email, parts: await whole.copy(ctx, email), ...(await preview(whole, ctx, email)) };
  }

  async function find(c: HouseContext): Promise<Response> {
    const values = await formValues(c);
    const form = parse(AskedForm, values);
    if (!form.ok) return show(c, { values, problems: form.problems });
    return show(c, { values, found: await foundFor(c, form.value.email) });
  }

  async function copy(c: HouseContext): Promise<Response> {
    const { ctx } = c.var;
    const values = await formValues(c);
    const form = parse(AskedForm, values);
    if (!form.ok) return show(c, { values, problems: form.problems });
    const parts = await whole.copy(ctx, form.value.email);
    await transact(ctx, (ctx) =>
      tell(ctx, { name: "person.copied", subject: { kind: "person", id: ctx.random.id() } }),
    );
    return copyFile(ctx, form.value.email, parts);
  }

  async function erase(c: HouseContext): Promise<Response> {
    const values = await formValues(c);
    const form = parse(AskedForm, values);
    if (!form.ok) return show(c, { values, problems: form.problems });
    const { email } = form.value;
    if (textOf(values, "again").trim().toLowerCase() !== email)
      return show(c, {
        values,
        problems: problem("again", "Type the person’s address once more, so that nobody else is forgotten.")
          .problems,
        found: await foundFor(c, email),
      });
    try {
      return show(c, { done: await whole.forget(c.var.ctx, email) });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return show(c, {
        values,
        problems: problem("", error.message).problems,
        found: await foundFor(c, email),
      });
    }
  }

  return [
    get("/desk/people-data", "administrator", (c) => show(c)),
    post("/desk/people-data", "administrator", find),
    post("/desk/people-data/copy", "administrator", copy),
    post("/desk/people-data/erasure", "administrator", erase),
  ];
}
