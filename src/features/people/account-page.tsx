import { hasProblems, type Problems } from "#base/outcome.ts";
import type { HouseContext } from "#platform/http/routes.ts";
import { passkeysOf } from "./passkeys/queries.ts";
import { relyingParty } from "./sign-in/relying-party.ts";
import { countSessions } from "./sign-in/sessions.ts";
import { signedIn } from "./signed-in.ts";
import { AccountPage } from "./views/account-page.tsx";

const DONE: Record<string, string> = {
  saved: "Your name is saved.",
  added: "The passkey is added. You can sign in with it from now on.",
  removed: "The passkey is removed, and opens nothing any more.",
};

/** One's account, also when a form on it came back with problems. */
export async function showAccount(
  c: HouseContext,
  returned: { name?: string; passkeyName?: string; problems?: Problems } = {},
): Promise<Response> {
  const { ctx, show } = c.var;
  const self = signedIn(c);
  const { problems = {} } = returned;
  const failed = hasProblems(problems);
  const deed = c.req.query("saved") !== undefined ? "saved" : (c.req.query("passkey") ?? "");
  return show(
    {
      title: "Your account",
      noindex: true,
      scripts: ["reading.js", "passkeys.js"],
      ...(failed ? { status: 422 as const, failed: true } : {}),
    },
    <AccountPage
      name={returned.name ?? self.name}
      email={self.email}
      sessions={await countSessions(ctx, self.id)}
      done={failed ? undefined : DONE[deed]}
      passkeys={{
        passkeys: await passkeysOf(ctx, self.id),
        offered: relyingParty(ctx.site.url) !== undefined,
        zone: ctx.site.timeZone,
        name: returned.passkeyName ?? "",
        problems,
      }}
      problems={problems}
    />,
  );
}
