import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import type { Child } from "hono/jsx";
import { NotFound } from "#base/surprises.ts";
import type { Assets } from "#platform/files/assets.ts";
import { SECURITY_HEADERS, STRICT_TRANSPORT } from "#platform/http/headers.ts";
import { pageBytes } from "#platform/http/page-bytes.ts";
import { openRateLimits } from "#platform/http/rate-limit.ts";
import type { HouseContext, PageHead, Route, Vars } from "#platform/http/routes.ts";
import { newId } from "#platform/secrets.ts";
import { refusalFor } from "./access.ts";
import { Framed } from "./frame.tsx";
import type { House } from "./house.ts";
import { answerSurprise } from "./surprises.tsx";
import { actorFor, remoteAddress } from "./visitor.ts";

type Env = { Bindings: HttpBindings; Variables: Vars };

/** Every request's way, in order: id and headers, session, forgery check, rule of the route, handler, answer. */
export function makeWeb(house: House, assets: Assets, trustedProxies: number): Hono<Env> {
  const { siteUrl, log, clock } = house.ground;
  const app = new Hono<Env>();
  const limits = openRateLimits();
  const nav = house.features.flatMap((feature) => feature.nav ?? []);
  const headers = siteUrl.startsWith("https:") ? [...SECURITY_HEADERS, STRICT_TRANSPORT] : SECURITY_HEADERS;

  app.use(async (c, next) => {
    const since = clock.now().getTime();
    c.set("requestId", newId());
    c.set("limits", limits);
    c.set("live", house.live);
    c.set("remoteAddress", remoteAddress(c.env?.incoming, trustedProxies));
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.set("x-request-id", c.var.requestId);
    log.info(
      {
        request: c.var.requestId,
        method: c.req.method,
        // The pattern and never the address itself, which may hold a signed link or what somebody searched for.
        route: c.var.route ?? "none",
        status: c.res.status,
        ms: clock.now().getTime() - since,
      },
      "answered",
    );
  });
  app.use(async (c, next) => {
    const context = c as unknown as HouseContext;
    const actor = await actorFor(house, c.req.header("cookie"));
    c.set("ctx", await house.ctx(actor, log.child({ request: c.var.requestId })));
    c.set("show", (head: PageHead, view: Child) => show(context, head, view));
    await next();
  });
  // Before it is configured, a site is tried out under any name of its machine. A site with a certificate has its
  // address, and what a request says of its own host counts for nothing.
  const underAnyName = siteUrl.startsWith("http:");
  const fromOurPages = csrf({
    origin: (origin, c) => origin === siteUrl || (underAnyName && origin === new URL(c.req.url).origin),
  });
  // A mail program that ends letters for its reader (RFC 8058) sends none of these. Every browser sends one of them,
  // and without a cookie there is nobody in whose name something could be done.
  const fromNoBrowser = (c: Context) =>
    !["origin", "sec-fetch-site", "cookie"].some((header) => c.req.header(header));
  app.use((c, next) => (fromNoBrowser(c) ? next() : fromOurPages(c, next)));

  async function show(c: HouseContext, head: PageHead, view: Child): Promise<Response> {
    const path = new URL(c.req.url).pathname;
    const page = (
      <Framed ctx={c.var.ctx} head={head} path={path} nav={nav} assets={assets}>
        {view}
      </Framed>
    );
    const html = String(await (page as unknown as { toString(): string | Promise<string> }).toString());
    return c.body(pageBytes(html, head.writtenOut), head.status ?? 200, {
      "content-type": "text/html; charset=UTF-8",
    });
  }

  async function answer(route: Route, c: HouseContext): Promise<Response> {
    c.set("route", route.path);
    const refusal = await refusalFor(route, c);
    if (refusal) return refusal;
    const generation = house.pages.generation;
    const response = await route.handle(c);
    // What an editor sees on a page may be more than what readers see.
    const same = route.cached && c.var.ctx.actor.kind === "guest";
    if (!response.headers.has("cache-control")) {
      response.headers.set("cache-control", same ? "no-cache" : "private, no-store");
    }
    return same && response.status === 200 && house.pages.keeps
      ? keepPage(c, route, generation, response)
      : response;
  }

  async function keepPage(
    c: HouseContext,
    route: Route,
    generation: number,
    response: Response,
  ): Promise<Response> {
    const body = Buffer.from(await response.arrayBuffer());
    const own = [...response.headers].filter(([name]) => name !== "content-length");
    const named = new Set(own.map(([name]) => name));
    const fixed = headers.filter(([name]) => !named.has(name));
    const { pathname, search } = new URL(c.req.url);
    house.pages.keep(pathname + search, generation, {
      route: route.path,
      headers: [...own, ...fixed, ["vary", "accept-encoding"]],
      body,
    });
    return new Response(body, { status: response.status, headers: response.headers });
  }

  for (const route of house.routes) {
    app.on(route.method, route.path, (c) => answer(route, c as unknown as HouseContext));
  }
  app.notFound((c) => answerSurprise(c as unknown as HouseContext, new NotFound(), log));
  app.onError((error, c) => answerSurprise(c as unknown as HouseContext, error, log));
  return app;
}
