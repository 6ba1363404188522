import { hasProblems, type Problems, problem } from "#base/outcome.ts";
import { Conflict, NotAllowed } from "#base/surprises.ts";
import { editors } from "#features/people/public.ts";
import type { Actor, Ctx } from "#platform/context.ts";
import { transact } from "#platform/database/transact.ts";
import { formValues, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { copyFile, type WholePerson } from "./holding.ts";
import { forgottenMail } from "./mails.tsx";
import { ErasurePage } from "./views/erasure-page.tsx";
import { ForgottenPage } from "./views/forgotten-page.tsx";
import { YourDataPage } from "./views/your-data-page.tsx";

type Person = Extract<Actor, { kind: "person" }>;

function self(c: HouseContext): Person {
  const { actor } = c.var.ctx;
  if (actor.kind !== "person") throw new NotAllowed("Please sign in first.");
  return actor;
}

export function ownRoutes(whole: WholePerson): Route[] {
  async function showOwn(c: HouseContext): Promise<Response> {
    const { email } = self(c);
    return c.var.show(
      { title: "Your data", noindex: true },
      <YourDataPage email={email} parts={await whole.copy(c.var.ctx, email)} />,
    );
  }

  async function saveOwn(c: HouseContext): Promise<Response> {
    const { email } = self(c);
    return copyFile(c.var.ctx, email, await whole.copy(c.var.ctx, email));
  }

  async function showErasure(c: HouseContext, problems: Problems = {}): Promise<Response> {
    const { email } = self(c);
    const { lines, hindrance } = await preview(whole, c.var.ctx, email);
    const failed = hasProblems(problems);
    return c.var.show(
      { title: "Be forgotten", noindex: true, failed, status: failed ? 422 : 200, scripts: ["writing.js"] },
      <ErasurePage email={email} lines={lines} hindrance={hindrance} problems={problems} />,
    );
  }

  async function erase(c: HouseContext): Promise<Response> {
    const { ctx } = c.var;
    const { email, role } = self(c);
    const typed = textOf(await formValues(c), "email")
      .trim()
      .toLowerCase();
    if (typed !== email)
      return showErasure(
        c,
        problem("email", "Type the address that you sign in with, as it stands above.").problems,
      );
    try {
      await eraseSelf(whole, ctx, email, role !== "member");
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return showErasure(c, problem("", error.message).problems);
    }
    return c.redirect("/forgotten", 303);
  }

  return [
    get("/account/your-data", "member", showOwn),
    get("/account/your-data/copy", "member", saveOwn),
    get("/account/your-data/erasure", "member", (c) => showErasure(c)),
    post("/account/your-data/erasure", "member", erase),
    get("/forgotten", "everyone", (c) =>
      c.var.show({ title: "You are forgotten", noindex: true }, <ForgottenPage />),
    ),
  ];
}

/** What would go, or why nothing can go yet. */
export async function preview(whole: WholePerson, ctx: Ctx, email: string) {
  try {
    return { lines: await whole.wouldGo(ctx, email), hindrance: undefined };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { lines: [], hindrance: error.message };
  }
}

/** The log must not name them as the one who did it; administrators hear that it happened, not to whom. */
async function eraseSelf(whole: WholePerson, ctx: Ctx, email: string, edits: boolean): Promise<void> {
  const nobody: Ctx = { ...ctx, actor: { kind: "system", name: "Somebody, about themselves" } };
  await transact(nobody, async (ctx) => {
    const lines = await whole.forget(ctx, email);
    for (const editor of await editors(ctx))
      if (editor.role === "administrator")
        await queueMail(ctx, forgottenMail(ctx.site, editor, { lines, edits }));
  });
}
