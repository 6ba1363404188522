/** The front door: who people are, who acts, and how they come in. */

export { makeEditor } from "./editors/actions.ts";
export { InviteForm as EditorForm } from "./editors/forms.ts";
export { editors } from "./editors/queries.ts";
export { type Person, peopleByIds, personByEmail, personById } from "./queries.ts";
export { isEditor, isSignedIn, mayManageEditors, type SignedIn } from "./rules.ts";
export { makeFirstEditorLink } from "./sign-in/actions.ts";
export { SESSION_COOKIE_NAMES, sessionCookieName } from "./sign-in/cookie.ts";
export { signInMailKind } from "./sign-in/mails.tsx";
export { signInPath } from "./sign-in/paths.ts";
export { actorOf } from "./sign-in/sessions.ts";
