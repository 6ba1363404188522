import { createServer, type IncomingMessage, type Server } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { csrf } from "hono/csrf";
import type { Child } from "hono/jsx";
import { parse as parseCookies } from "hono/utils/cookie";
import { NotAllowed, NotFound } from "#base/surprises.ts";
import { actorOf, SESSION_COOKIE_NAMES, sessionCookieName } from "#features/people/public.ts";
import type { Actor } from "#platform/context.ts";
import { type Assets, answerAsset } from "#platform/files/assets.ts";
import { SECURITY_HEADERS, STRICT_TRANSPORT } from "#platform/http/headers.ts";
import { openRateLimits } from "#platform/http/rate-limit.ts";
import type { HouseContext, PageHead, Route, Vars } from "#platform/http/routes.ts";
import { newId } from "#platform/secrets.ts";
import { Framed } from "./frame.tsx";
import { answerHealth } from "./health.ts";
import type { House } from "./house.ts";
import { answerSurprise } from "./surprises.tsx";

type Env = { Bindings: HttpBindings; Variables: Vars };

/** Every request's way, in order: id and headers, forgery check, session, rule of the route, handler, answer. */
export function makeWeb(house: House, assets: Assets, trustedProxies: number): Hono<Env> {
  const app = new Hono<Env>();
  const secure = house.ground.siteUrl.startsWith("https:");
  const nav = house.features.flatMap((feature) => feature.nav ?? []);
  const headers = secure ? [...SECURITY_HEADERS, STRICT_TRANSPORT] : SECURITY_HEADERS;

  const limits = openRateLimits();

  app.use(async (c, next) => {
    c.set("requestId", newId());
    c.set("limits", limits);
    c.set("remoteAddress", remoteAddress(c.env?.incoming, trustedProxies));
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    c.res.headers.set("x-request-id", c.var.requestId);
  });
  app.use(
    csrf({ origin: (origin, c) => origin === house.ground.siteUrl || origin === new URL(c.req.url).origin }),
  );
  app.use(async (c, next) => {
    const log = house.ground.log.child({ request: c.var.requestId });
    const context = c as unknown as HouseContext;
    c.set("ctx", await house.ctx(await actorFor(house, c.req.header("cookie")), log));
    c.set("show", (head: PageHead, view: Child) => show(context, head, view));
    await next();
  });

  function show(c: HouseContext, head: PageHead, view: Child): Promise<Response> {
    const path = new URL(c.req.url).pathname;
    const page = (
      <Framed ctx={c.var.ctx} head={head} path={path} nav={nav} assets={assets}>
        {view}
      </Framed>
    );
    return Promise.resolve(c.html(page as never, head.status ?? 200));
  }

  for (const route of house.routes) {
    app.on(route.method, route.path, async (c) => {
      const context = c as unknown as HouseContext;
      const refusal = mayCome(route, context);
      if (refusal) return refusal;
      const generation = house.pages.generation;
      const response = await route.handle(context);
      if (!response.headers.has("cache-control")) {
        response.headers.set(
          "cache-control",
          route.cached && c.var.ctx.actor.kind === "guest" ? "no-cache" : "private, no-store",
        );
      }
      if (route.cached && response.status === 200 && c.var.ctx.actor.kind === "guest") {
        return keepPage(house, c.req.url, generation, response, headers);
      }
      return response;
    });
  }

  app.notFound((c) => answerSurprise(c as unknown as HouseContext, new NotFound(), house.ground.log));
  app.onError((error, c) => answerSurprise(c as unknown as HouseContext, error, house.ground.log));
  return app;
}

/** The one place that decides whether somebody may come to an address; undefined lets them in. */
function mayCome(route: Route, c: HouseContext): Response | undefined {
  const { actor } = c.var.ctx;
  if (route.access === "everyone" || route.access === "signed-link") return undefined;
  if (actor.kind === "person" && (actor.role === "editor" || route.access === "member")) return undefined;
  if (actor.kind === "guest" && route.method === "GET") {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?return=${encodeURIComponent(pathname + search)}`, 303);
  }
  throw new NotAllowed(
    actor.kind === "guest"
      ? "Please sign in first; nothing was changed."
      : "Only the editors of this site may do this.",
  );
}

async function keepPage(
  house: House,
  url: string,
  generation: number,
  response: Response,
  fixed: [string, string][],
): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer());
  const own = [...response.headers].filter(([name]) => name !== "content-length");
  const present = new Set(own.map(([name]) => name));
  const kept = [
    ...own,
    ...fixed.filter(([name]) => !present.has(name)),
    ["vary", "accept-encoding"] as [string, string],
  ];
  const { pathname, search } = new URL(url);
  house.pages.keep(pathname + search, generation, kept, body);
  return new Response(body, { status: response.status, headers: response.headers });
}

async function actorFor(house: House, cookies: string | undefined): Promise<Actor> {
  // Over https only the cookie that no neighboring host can plant counts.
  const name = sessionCookieName(house.ground.siteUrl);
  const token = cookies && parseCookies(cookies, name)[name];
  if (!token) return { kind: "guest" };
  return actorOf({ db: house.ground.database.db, now: house.ground.clock.now() }, token);
}

const SESSION_COOKIE = new RegExp(`(?:^|;\\s*)(?:${SESSION_COOKIE_NAMES.join("|")})=([^;]+)`);

function sessionIn(cookies: string | undefined): string | undefined {
  return cookies && SESSION_COOKIE.exec(cookies)?.[1];
}

/** The nearest address that our own proxies vouch for; what a client writes into the header itself counts for nothing. */
function remoteAddress(incoming: IncomingMessage | undefined, trustedProxies: number): string {
  const direct = incoming?.socket?.remoteAddress ?? "127.0.0.1";
  if (trustedProxies === 0) return direct;
  const header = incoming?.headers["x-forwarded-for"];
  const hops = (Array.isArray(header) ? header.join(",") : (header ?? ""))
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-trustedProxies) ?? direct;
}

/** The server: kept pages and files first, everything else through the app. */
export function makeServer(house: House, app: Hono<Env>, assets: Assets): Server {
  const answer = getRequestListener(app.fetch as never, { overrideGlobalObjects: false });
  const answerFile = answerAsset(assets, SECURITY_HEADERS);
  const answerProbe = answerHealth(house);
  const server = createServer((request, response) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    if (reads && answerFile(request, response)) return;
    if (reads && answerProbe(request, response)) return;
    if (reads && !sessionIn(request.headers.cookie) && house.pages.answer(request, response)) return;
    void answer(request, response);
  });
  server.headersTimeout = 20_000;
  // A 250 MB submission over a slow line may take a while; a stalled one is cut by the upload's own limits.
  server.requestTimeout = 30 * 60_000;
  server.keepAliveTimeout = 65_000;
  return server;
}
