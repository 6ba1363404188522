import { networkOf } from "#base/network.ts";
import { hasProblems, problem } from "#base/outcome.ts";
import { NotFound } from "#base/surprises.ts";
import { formValues, parse, textOf } from "#platform/http/forms.ts";
import { type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { showAccount } from "../account-page.tsx";
import { sessionToken, setSessionToken } from "../sign-in/cookie.ts";
import { returnPath } from "../sign-in/forms.ts";
import { type RelyingParty, relyingParty } from "../sign-in/relying-party.ts";
import { SignInPage } from "../sign-in/views/sign-in-page.tsx";
import { signedIn } from "../signed-in.ts";
import {
  addPasskey,
  authenticationOptions,
  registrationOptions,
  removePasskey,
  signInByPasskey,
} from "./actions.ts";
import { AddPasskeyForm, SignInByPasskeyForm } from "./forms.ts";

const HOUR = 3600;
/** A whole workshop may sit behind one network. */
const TRIES_PER_NETWORK = 200;

/** @throws NotFound where browsers make no passkeys for this site */
function party(c: HouseContext): RelyingParty {
  const found = relyingParty(c.var.ctx.site.url);
  if (!found) throw new NotFound();
  return found;
}

async function allowTry(c: HouseContext): Promise<void> {
  const { ctx, limits, remoteAddress } = c.var;
  await limits.allow(
    ctx.seal("rate limit", `passkey from ${networkOf(remoteAddress)}`),
    TRIES_PER_NETWORK,
    HOUR,
  );
}

async function offerToAdd(c: HouseContext): Promise<Response> {
  await allowTry(c);
  return c.json(await registrationOptions(c.var.ctx, party(c), signedIn(c)));
}

async function add(c: HouseContext): Promise<Response> {
  const values = await formValues(c);
  const form = parse(AddPasskeyForm, values);
  const name = textOf(values, "passkeyName");
  if (!form.ok) {
    const { response, ...problems } = form.problems;
    const all = response && !hasProblems(problems) ? problem("", response[0] ?? "").problems : problems;
    return showAccount(c, { passkeyName: name, problems: all });
  }
  const added = await addPasskey(c.var.ctx, party(c), signedIn(c), form.value);
  return added.ok
    ? c.redirect("/account?passkey=added#passkeys", 303)
    : showAccount(c, { passkeyName: name, problems: added.problems });
}

async function remove(c: HouseContext): Promise<Response> {
  await removePasskey(c.var.ctx, signedIn(c), textOf(await formValues(c), "id"));
  return c.redirect("/account?passkey=removed#passkeys", 303);
}

async function offerToSignIn(c: HouseContext): Promise<Response> {
  await allowTry(c);
  return c.json(await authenticationOptions(c.var.ctx, party(c)));
}

async function signIn(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  await allowTry(c);
  const values = await formValues(c);
  const returnTo = returnPath(textOf(values, "return"));
  const form = parse(SignInByPasskeyForm, values);
  const entry = form.ok
    ? await signInByPasskey(ctx, party(c), form.value.response, sessionToken(c), returnTo)
    : undefined;
  if (entry) {
    setSessionToken(c, entry.token);
    return c.redirect(entry.goTo, 303);
  }
  return c.var.show(
    { title: "Sign in", noindex: true, status: 422, failed: true, scripts: ["reading.js", "passkeys.js"] },
    <SignInPage
      email=""
      returnTo={returnTo}
      passkeys
      problems={
        problem(
          "",
          "This passkey does not open an account here. It may have been removed. Ask for a link by mail instead.",
        ).problems
      }
    />,
  );
}

export const passkeyRoutes: Route[] = [
  post("/account/passkeys/options", "member", offerToAdd),
  post("/account/passkeys", "member", add),
  post("/account/passkeys/removal", "member", remove),
  post("/passkeys/options", "everyone", offerToSignIn),
  post("/passkeys/sign-in", "everyone", signIn),
];
