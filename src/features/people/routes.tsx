import { NotAllowed } from "#base/surprises.ts";
import { formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { rename } from "./actions.ts";
import { AccountForm } from "./forms.ts";
import { isSignedIn, type SignedIn } from "./rules.ts";
import { countSessions } from "./sign-in/sessions.ts";
import { AccountPage } from "./views/account-page.tsx";

function person(c: HouseContext): SignedIn {
  const { actor } = c.var.ctx;
  if (!isSignedIn(actor)) throw new NotAllowed("Please sign in first.");
  return actor;
}

async function showAccount(c: HouseContext) {
  const { name, email, id } = person(c);
  return c.var.show(
    { title: "Your account", noindex: true },
    <AccountPage
      name={name}
      email={email}
      sessions={await countSessions(c.var.ctx, id)}
      saved={c.req.query("saved") !== undefined}
    />,
  );
}

async function saveAccount(c: HouseContext) {
  const { ctx, show } = c.var;
  const self = person(c);
  const values = await formValues(c);
  const form = parse(AccountForm, values);
  if (!form.ok) {
    return show(
      { title: "Your account", noindex: true, status: 422, failed: true },
      <AccountPage
        name={textOf(values, "name")}
        email={self.email}
        sessions={await countSessions(ctx, self.id)}
        saved={false}
        problems={form.problems}
      />,
    );
  }
  await rename(ctx, self, form.value.name);
  return c.redirect("/account?saved", 303);
}

export const accountRoutes: Route[] = [
  get("/account", "member", showAccount),
  post("/account", "member", saveAccount),
];
