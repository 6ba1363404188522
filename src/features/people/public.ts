/** The front door: who people are, who acts, and how they come in. */

export { makeEditor } from "./editors/actions.ts";
export { editors } from "./editors/queries.ts";
export { endGrant, giveGrant, grantWords } from "./grants/actions.ts";
export { grantsOf, type Holder, holdersOf } from "./grants/queries.ts";
export { type Person, personByEmail, personById } from "./queries.ts";
export { isEditor } from "./rules.ts";
export { makeFirstEditorLink } from "./sign-in/actions.ts";
export { SESSION_COOKIE_NAMES, sessionCookieName } from "./sign-in/cookie.ts";
export { signInMailKind } from "./sign-in/mails.tsx";
export { actorOf } from "./sign-in/sessions.ts";
