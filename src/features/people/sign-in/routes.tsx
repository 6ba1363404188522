import { networkOf } from "#base/network.ts";
import { formValues, parse, textOf } from "#platform/http/forms.ts";
import { get, type HouseContext, post, type Route } from "#platform/http/routes.ts";
import { homeOf, isSignedIn } from "../rules.ts";
import {
  becomeFirstEditor,
  type Entry,
  landingOf,
  sendSignInLink,
  signInByLink,
  signOutEverywhere,
} from "./actions.ts";
import { dropSessionToken, sessionToken, setSessionToken } from "./cookie.ts";
import { FirstEditorForm, returnPath, SignInForm } from "./forms.ts";
import { findLink, LINK_MINUTES, type Link } from "./links.ts";
import { signInPath } from "./paths.ts";
import { relyingParty } from "./relying-party.ts";
import { closeSession } from "./sessions.ts";
import { FirstEditorPage } from "./views/first-editor-page.tsx";
import { ConfirmPage, DeadFirstEditorPage, DeadLinkPage } from "./views/link-pages.tsx";
import { LinkSentPage, SignedInPage, SignInPage } from "./views/sign-in-page.tsx";

const HOUR = 3600;
/** Enough for somebody whose mail is slow, too few to flood a mailbox. */
const LINKS_PER_ADDRESS = 5;
/** A whole workshop may sit behind one network. */
const LINKS_PER_NETWORK = 100;

const offersPasskeys = (c: HouseContext) => relyingParty(c.var.ctx.site.url) !== undefined;
const passkeyScript = (c: HouseContext) =>
  offersPasskeys(c) ? { scripts: ["reading.js", "passkeys.js"] } : {};

function showSignIn(c: HouseContext) {
  const { actor } = c.var.ctx;
  const returnTo = returnPath(c.req.query("return"));
  if (isSignedIn(actor)) {
    const goOn = returnTo ?? homeOf(actor);
    return c.var.show(
      { title: "You are signed in", noindex: true },
      <SignedInPage name={actor.name} goOn={goOn} />,
    );
  }
  return c.var.show(
    { title: "Sign in", noindex: true, ...passkeyScript(c) },
    <SignInPage email="" returnTo={returnTo} passkeys={offersPasskeys(c)} />,
  );
}

async function askForLink(c: HouseContext) {
  const { ctx, limits, remoteAddress, show } = c.var;
  const values = await formValues(c);
  const form = parse(SignInForm, values);
  if (!form.ok) {
    return show(
      { title: "Sign in", noindex: true, status: 422, failed: true, ...passkeyScript(c) },
      <SignInPage
        email={textOf(values, "email")}
        returnTo={returnPath(textOf(values, "return"))}
        passkeys={offersPasskeys(c)}
        problems={form.problems}
      />,
    );
  }
  const { email, return: returnTo } = form.value;
  await limits.allow(
    ctx.seal("rate limit", `sign-in from ${networkOf(remoteAddress)}`),
    LINKS_PER_NETWORK,
    HOUR,
  );
  await limits.allow(ctx.seal("rate limit", `sign-in of ${email}`), LINKS_PER_ADDRESS, HOUR);
  await sendSignInLink(ctx, email, returnTo);
  return show(
    { title: "Look in your mailbox", noindex: true },
    <LinkSentPage email={email} minutes={LINK_MINUTES} again={signInPath(returnTo)} />,
  );
}

function tokenOf(c: HouseContext): string {
  return c.req.param("token") ?? "";
}

/** A link that opens nothing: kind words, or straight on for whoever just used it (a second press, an old tab). */
async function answerDeadLink(c: HouseContext, link: Link | undefined) {
  const { actor } = c.var.ctx;
  if (link?.state === "used" && isSignedIn(actor) && actor.email === link.email) {
    return c.redirect(link.returnTo ?? (await landingOf(c.var.ctx, actor)), 303);
  }
  const state = link && link.state !== "open" ? link.state : "unknown";
  return c.var.show(
    { title: "This link does not work any more", noindex: true, status: state === "unknown" ? 404 : 410 },
    <DeadLinkPage state={state} signIn={signInPath(link?.returnTo)} />,
  );
}

async function showLink(c: HouseContext) {
  const token = tokenOf(c);
  const link = await findLink(c.var.ctx, "sign-in", token);
  if (link?.state !== "open" || !link.email) return answerDeadLink(c, link);
  return c.var.show(
    { title: "One more step", noindex: true },
    <ConfirmPage action={`/sign-in/${token}`} email={link.email} />,
  );
}

function letIn(c: HouseContext, entry: Entry): Response {
  setSessionToken(c, entry.token);
  return c.redirect(entry.goTo, 303);
}

async function enterByLink(c: HouseContext) {
  const { ctx } = c.var;
  const entry = await signInByLink(ctx, tokenOf(c), sessionToken(c));
  return entry ? letIn(c, entry) : answerDeadLink(c, await findLink(ctx, "sign-in", tokenOf(c)));
}

async function signOut(c: HouseContext) {
  const token = sessionToken(c);
  if (token) await closeSession(c.var.ctx, token);
  dropSessionToken(c);
  return c.redirect("/", 303);
}

async function signOutOfAll(c: HouseContext) {
  const { ctx } = c.var;
  if (isSignedIn(ctx.actor)) await signOutEverywhere(ctx, ctx.actor);
  dropSessionToken(c);
  return c.redirect("/", 303);
}

function answerDeadFirstEditorLink(c: HouseContext, link: Link | undefined) {
  if (link?.state === "used" && c.var.ctx.actor.kind === "person") {
    return c.redirect(homeOf(c.var.ctx.actor), 303);
  }
  const state = link && link.state !== "open" ? link.state : "unknown";
  return c.var.show(
    { title: "This link does not work any more", noindex: true, status: state === "unknown" ? 404 : 410 },
    <DeadFirstEditorPage state={state} />,
  );
}

async function showFirstEditor(c: HouseContext) {
  const token = tokenOf(c);
  const link = await findLink(c.var.ctx, "first-editor", token);
  if (link?.state !== "open") return answerDeadFirstEditorLink(c, link);
  return c.var.show(
    { title: "Become the first editor", noindex: true },
    <FirstEditorPage action={`/first-editor/${token}`} name="" email="" />,
  );
}

async function startEditing(c: HouseContext) {
  const { ctx, show } = c.var;
  const token = tokenOf(c);
  const link = await findLink(ctx, "first-editor", token);
  if (link?.state !== "open") return answerDeadFirstEditorLink(c, link);
  const values = await formValues(c);
  const form = parse(FirstEditorForm, values);
  if (!form.ok) {
    return show(
      { title: "Become the first editor", noindex: true, status: 422, failed: true },
      <FirstEditorPage
        action={`/first-editor/${token}`}
        name={textOf(values, "name")}
        email={textOf(values, "email")}
        problems={form.problems}
      />,
    );
  }
  const entry = await becomeFirstEditor(ctx, token, form.value, sessionToken(c));
  return entry ? letIn(c, entry) : answerDeadFirstEditorLink(c, await findLink(ctx, "first-editor", token));
}

export const signInRoutes: Route[] = [
  get("/sign-in", "everyone", showSignIn),
  post("/sign-in", "everyone", askForLink),
  get("/sign-in/:token", "signed-link", showLink),
  post("/sign-in/:token", "signed-link", enterByLink),
  post("/sign-out", "everyone", signOut),
  post("/sign-out/everywhere", "member", signOutOfAll),
  get("/first-editor/:token", "signed-link", showFirstEditor),
  post("/first-editor/:token", "signed-link", startEditing),
];
