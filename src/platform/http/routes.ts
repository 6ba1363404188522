import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Ctx } from "../context.ts";
import type { Live } from "../live.ts";
import type { Permission, Scope } from "../permissions.ts";
import type { RateLimits } from "./rate-limit.ts";

/**
 * Who may come to an address at all. Nothing is open by default: a route must say.
 * - `everyone`: readers without an account.
 * - `signed-link`: whoever holds the link; the handler checks the link before anything else.
 * - `member`: any signed-in person. `editor`: editors. `administrator`: administrators alone.
 * - a permission on what the address names, for those to whom one partnership or one state is given.
 */
export type Access = "everyone" | "signed-link" | "member" | "editor" | "administrator" | ScopedAccess;

export interface ScopedAccess {
  permission: Permission;
  /**
   * What the address is about.
   *
   * @throws NotFound when there is no such thing
   */
  scope: (c: HouseContext) => Promise<Scope> | Scope;
}

export interface Feed {
  title: string;
  href: string;
  type: "application/atom+xml" | "application/feed+json";
}

/** What a page tells the frame around it. */
export interface PageHead {
  title: string;
  description?: string;
  /** Canonical path with query, when it differs from the one asked for. */
  canonical?: string;
  feeds?: Feed[];
  /** The picture that other sites show when somebody shares this page: a path, and what is on it. */
  picture?: { path: string; alt: string };
  kind?: "website" | "article";
  /** "full" lets bands of colour reach both edges; the view then places `.wrap` itself. */
  width?: "wrap" | "full";
  /** Without masthead and footer: for a screen that a whole room looks at. */
  bare?: boolean;
  /** A part that was encoded before; it goes where the view holds `WRITTEN_OUT`. */
  writtenOut?: Uint8Array;
  /** The form on this page came back with problems. */
  failed?: boolean;
  /** Logical names of client scripts: `reading.js` unless said otherwise, `writing.js` for pages with forms. */
  scripts?: string[];
  status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503 | 507;
  /** Search engines stay out; desk pages and signed links are always kept out. */
  noindex?: boolean;
}

/** Puts a view into the site's frame and answers with it. */
export type Show = (head: PageHead, view: Child) => Promise<Response>;

export interface Vars {
  ctx: Ctx;
  requestId: string;
  show: Show;
  /** The matched route's pattern. */
  route?: string;
  /** Address of the other end as the server or its trusted proxy saw it. */
  remoteAddress: string;
  /** Counts tries, so that one visitor cannot flood a mailbox or the desk. */
  limits: RateLimits;
  /** Open screens that are told of changes. */
  live: Live;
}

export type HouseContext = Context<{ Variables: Vars }>;
export type Handler = (c: HouseContext) => Promise<Response> | Response;

export interface Route {
  method: "GET" | "POST";
  path: string;
  access: Access;
  handle: Handler;
  /** The answer depends on nothing but the address and public records, so it may be kept until they change. */
  cached: boolean;
}

/** A page that anyone may read and that is the same for all readers: kept until something public changes. */
export function reading(path: string, handle: Handler): Route {
  return { method: "GET", path, access: "everyone", handle, cached: true };
}

/** Asks for something without changing anything; made afresh for each visitor. */
export function get(path: string, access: Access, handle: Handler): Route {
  return { method: "GET", path, access, handle, cached: false };
}

/** Does something. */
export function post(path: string, access: Access, handle: Handler): Route {
  return { method: "POST", path, access, handle, cached: false };
}
