import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, ROOT, type SignedIn, type World } from "#kit/world.ts";
import { readAssets } from "#platform/files/assets.ts";
import type { Route } from "#platform/http/routes.ts";
import { makeWeb } from "./web.tsx";

let world: World;
let member: SignedIn;
let editor: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  member = await world.person("member");
  editor = await world.person("editor");
});
afterAll(() => world.close());

/** An address that fits the pattern: ids that nobody has, tokens that nobody was given. */
function addressOf(route: Route): string {
  return route.path
    .replace(/:id\b/g, "00000000-0000-4000-8000-000000000000")
    .replace(/:token\b/g, "a-token-that-nobody-was-given")
    .replace(/:(\w+)(\{[^}]*\})?/g, "nothing");
}

async function ask(route: Route, as?: SignedIn): Promise<Response> {
  const sent = { ...(as ? { as } : {}), form: {} };
  return route.method === "GET" ? world.get(addressOf(route), sent) : world.post(addressOf(route), sent);
}

const routesOf = (access: Route["access"]) => world.house.routes.filter((route) => route.access === access);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;

describe("an address for editors", () => {
  test("sends a guest to the sign-in page, and does nothing for a guest's form", async () => {
    for (const route of routesOf("editor")) {
      const response = await ask(route);
      if (route.method === "GET") {
        expect(response.headers.get("location"), nameOf(route)).toMatch(/^\/sign-in\?return=/);
      } else expect(response.status, nameOf(route)).toBe(403);
    }
  });

  test("is closed to members", async () => {
    for (const route of routesOf("editor"))
      expect((await ask(route, member)).status, nameOf(route)).toBe(403);
  });

  test("lets editors in, whatever it then finds", async () => {
    for (const route of routesOf("editor")) {
      const { status } = await ask(route, editor);
      expect([401, 403].includes(status) || status >= 500, `${nameOf(route)} answered ${status}`).toBe(false);
    }
  });

  test("stands below /desk, so that nobody has to remember which are", () => {
    const elsewhere = routesOf("editor").filter(({ path }) => !/^\/desk(\/|$)/.test(path));
    expect(elsewhere.map(nameOf)).toEqual([]);
    // Those who publish for one state work on its happenings at the same addresses as editors do.
    const isForReviewers = ({ path, access }: Route) =>
      path.startsWith("/desk/happenings/:id") &&
      typeof access === "object" &&
      access.permission === "state.publish";
    const open = world.house.routes.filter(
      (route) =>
        /^\/desk(\/|$)/.test(route.path) &&
        route.access !== "editor" &&
        route.access !== "administrator" &&
        !isForReviewers(route),
    );
    expect(open.map(nameOf)).toEqual([]);
  });
});

describe("an address for members", () => {
  test("sends a guest to the sign-in page, and does nothing for a guest's form", async () => {
    for (const route of routesOf("member")) {
      const response = await ask(route);
      if (route.method === "GET") {
        expect(response.headers.get("location"), nameOf(route)).toMatch(/^\/sign-in\?return=/);
      } else expect(response.status, nameOf(route)).toBe(403);
    }
  });

  test("lets members and editors in", async () => {
    // Signing out comes last, for whoever signs out is nobody afterwards.
    const routes = routesOf("member").sort(
      (a, b) => Number(/sign-out/.test(a.path)) - Number(/sign-out/.test(b.path)),
    );
    for (const route of routes) {
      for (const person of [await world.person("member"), await world.person("editor")]) {
        const { status } = await ask(route, person);
        expect([401, 403].includes(status) || status >= 500, `${nameOf(route)} answered ${status}`).toBe(
          false,
        );
      }
    }
  });
});

describe("an address for the holder of a link", () => {
  test("is not there for anyone with a link that was never given, editors included", async () => {
    for (const route of routesOf("signed-link")) {
      for (const person of [undefined, member, editor]) {
        const { status } = await ask(route, person);
        expect([404, 410], `${nameOf(route)} answered ${status}`).toContain(status);
      }
    }
  });
});

describe("an address for everyone", () => {
  test("answers a guest without asking who they are, and reading sets no cookie", async () => {
    for (const route of routesOf("everyone")) {
      const response = await ask(route);
      expect([401, 403].includes(response.status) || response.status >= 500, nameOf(route)).toBe(false);
      if (route.method === "GET") expect(response.headers.get("set-cookie"), nameOf(route)).toBeNull();
    }
  });
});

test("what no route names is not there", async () => {
  for (const path of ["/admin", "/.env", "/desk/nothing/here", "/../etc/passwd", "/%00", "/wp-login.php"]) {
    expect((await world.get(path)).status, path).toBe(404);
  }
});

test("a form that comes from another site is told so on a page of the site", async () => {
  const refused = await world.post("/share", {
    form: {},
    headers: { "sec-fetch-site": "cross-site", origin: "https://elsewhere.test" },
  });
  expect([refused.status, refused.headers.get("content-type")]).toEqual([403, "text/html; charset=UTF-8"]);
  const page = await refused.text();
  expect(page).toContain("This form came from another place");
  expect(page).toContain("<nav");
});

test("what a request says of its own host counts only where the site has no certificate yet", async () => {
  const { house } = world;
  for (const [siteUrl, status] of [
    ["http://localhost:3000", 422],
    ["https://commons.test", 403],
  ] as const) {
    const web = makeWeb(
      { ...house, ground: { ...house.ground, siteUrl } },
      await readAssets(`${ROOT}/dist`),
      0,
    );
    const answer = await web.request("http://commons.test/sponsors/inquiries", {
      method: "POST",
      headers: {
        "sec-fetch-site": "cross-site",
        origin: "http://commons.test",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "name=",
    });
    expect([siteUrl, answer.status]).toEqual([siteUrl, status]);
  }
});

test("a form that comes from another site is refused before anything else", async () => {
  for (const route of world.house.routes.filter(
    ({ method, path }) => method === "POST" && !path.startsWith("/api/"),
  )) {
    const response = await world.post(addressOf(route), {
      as: editor,
      form: {},
      headers: { "sec-fetch-site": "cross-site", origin: "https://elsewhere.test" },
    });
    expect(response.status, nameOf(route)).toBe(403);
  }
});
