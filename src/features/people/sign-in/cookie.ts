import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { HouseContext } from "#platform/http/routes.ts";
import { LONGEST_DAYS } from "./sessions.ts";

const OVER_HTTPS = "__Host-session";
const OVER_HTTP = "session";

/** Both names a session's cookie may have: a request with either is answered from no shared cache. */
export const SESSION_COOKIE_NAMES = [OVER_HTTPS, OVER_HTTP] as const;

/** The one name that counts here: over https, a plain `session` may have been planted by a neighboring host. */
export function sessionCookieName(siteUrl: string): (typeof SESSION_COOKIE_NAMES)[number] {
  return siteUrl.startsWith("https:") ? OVER_HTTPS : OVER_HTTP;
}

export function sessionToken(c: HouseContext): string | undefined {
  return getCookie(c, sessionCookieName(c.var.ctx.site.url));
}

function attributes(siteUrl: string) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: siteUrl.startsWith("https:") } as const;
}

/** The browser keeps the token as long as any session may last; the database ends it earlier. */
export function setSessionToken(c: HouseContext, token: string): void {
  const { url } = c.var.ctx.site;
  setCookie(c, sessionCookieName(url), token, { ...attributes(url), maxAge: LONGEST_DAYS * 24 * 3600 });
}

export function dropSessionToken(c: HouseContext): void {
  const { url } = c.var.ctx.site;
  deleteCookie(c, sessionCookieName(url), attributes(url));
}
