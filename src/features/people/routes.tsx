import { formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { showAccount } from "./account-page.tsx";
import { rename } from "./actions.ts";
import { AccountForm } from "./forms.ts";
import { signedIn } from "./signed-in.ts";

async function saveAccount(c: HouseContext) {
  const values = await formValues(c);
  const form = parse(AccountForm, values);
  if (!form.ok) return showAccount(c, { name: textOf(values, "name"), problems: form.problems });
  await rename(c.var.ctx, signedIn(c), form.value.name);
  return c.redirect("/account?saved", 303);
}

export const accountRoutes: Route[] = [
  get("/account", "member", (c) => showAccount(c)),
  post("/account", "member", saveAccount),
];
