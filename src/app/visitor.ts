import type { IncomingMessage } from "node:http";
import { parse as parseCookies } from "hono/utils/cookie";
import { actorOf, SESSION_COOKIE_NAMES, sessionCookieName } from "#features/people/public.ts";
import type { Actor } from "#platform/context.ts";
import type { House } from "./house.ts";

/** Whether a request carries any session at all, looked at before anything is parsed. */
export function carriesSession(cookies: string | undefined): boolean {
  return cookies !== undefined && SESSION_COOKIE_NAMES.some((name) => cookies.includes(`${name}=`));
}

/** The person behind a request's session, or a guest. */
export async function actorFor(house: House, cookies: string | undefined): Promise<Actor> {
  // Over https only the cookie that no neighboring host can plant counts.
  const name = sessionCookieName(house.ground.siteUrl);
  const token = cookies && parseCookies(cookies, name)[name];
  if (!token) return { kind: "guest" };
  return actorOf({ db: house.ground.database.db, now: house.ground.clock.now() }, token);
}

/**
 * The nearest address that our own proxies vouch for; what a client writes into the header itself counts for nothing.
 */
export function remoteAddress(incoming: IncomingMessage | undefined, trustedProxies: number): string {
  const direct = incoming?.socket?.remoteAddress ?? "127.0.0.1";
  if (trustedProxies === 0) return direct;
  const header = incoming?.headers["x-forwarded-for"];
  const hops = (Array.isArray(header) ? header.join(",") : (header ?? ""))
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-trustedProxies) ?? direct;
}
