import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ZodType } from "zod";
import { happeningAt } from "#features/happenings/factory.ts";
import { KINDS } from "#features/happenings/kinds.ts";
import { moveHappening } from "#features/happenings/moving.ts";
import { profileOf } from "#features/people/profiles/factory.ts";
import { openWorld, type World } from "#kit/world.ts";
import type { Ctx } from "#platform/context.ts";
import type { ApiEndpoint } from "#platform/http/api.ts";

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into freely, as a program out there would
type Json = any;

let world: World;
let ctx: Ctx;
let described: Json;

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  ctx = await world.ctx((await world.person("editor")).actor);
  // The starter content names no people, so that the directory of them is empty until somebody comes.
  await profileOf(world, await world.person("member", "Dana Ruiz"), { canHelp: "Agendas and invitations" });
  described = await answer("/api/openapi.json");
});
afterAll(() => world.close());

async function answer(path: string): Promise<Json> {
  return (await (await world.get(path)).json()) as Json;
}

const endpoints = (): ApiEndpoint[] => world.house.features.flatMap((feature) => feature.api ?? []);
/** What an endpoint must be asked, where it has no answer without a question. */
const ASKED: Record<string, string> = { "/industry/analysis": "?counties=56019,56033&level=sector" };
const local = (url: string) => url.replace("http://commons.test", "");

describe("the description", () => {
  test("is OpenAPI 3.1 as its own schema has it", async () => {
    expect(described.openapi).toBe("3.1.0");
    expect(await new Validator().validate(structuredClone(described))).toMatchObject({ valid: true });
  });

  test("names every endpoint with its parameters, answers and problems", () => {
    for (const { method, path } of endpoints()) {
      const operation = described.paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
      expect(operation, `${method} ${path}`).toBeDefined();
    }
    const list = described.paths["/happenings"].get;
    expect(list.parameters.map(({ name }: Json) => name)).toEqual([
      ..."state sector topic kind q page per_page".split(" "),
    ]);
    expect(list.parameters.every(({ required }: Json) => !required)).toBe(true);
    expect(list.parameters.at(-1).schema).toMatchObject({
      type: "integer",
      minimum: 1,
      maximum: 50,
      default: 20,
    });
    expect(described.components.schemas.Happening.properties.license.enum).toEqual(["cc-by", "as-shared"]);
    expect(described.servers).toEqual([{ url: "http://commons.test/api/v1" }]);
  });

  test("gives every operation a name of its own", () => {
    const operations = Object.values<object>(described.paths).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }: Json) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("every reading endpoint answers as it is described", () => {
  test("by the document's own schema, and with no field that is not described", async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ ...described, $id: "api" });
    const check = (path: string, live: Json, schema: ZodType) => {
      const pointer = path
        .replace(/:(\w+)/g, "{$1}")
        .replaceAll("/", "~1")
        .replaceAll("{", "%7B")
        .replaceAll("}", "%7D");
      const at = `api#/paths/${pointer}/get/responses/200/content/application~1json/schema`;
      const validate = ajv.compile({ $ref: at });
      expect(validate(live), JSON.stringify(validate.errors)).toBe(true);
      expect(schema.parse(live)).toEqual(live);
    };
    for (const { method, path, answer: schema } of endpoints()) {
      if (method !== "GET" || path.includes(":")) continue;
      const live = await answer(`/api/v1${path}${ASKED[path] ?? ""}`);
      expect((live.items ?? live.rows).length, path).toBeGreaterThan(0);
      check(path, live, schema);
    }
    const one = endpoints().find(({ path }) => path === "/happenings/:year/:slug")!;
    const { items } = await answer("/api/v1/happenings");
    for (const { api } of items) check(one.path, await answer(local(api)), one.answer);
  });

  test("to pages of other sites too, but never with a session", async () => {
    for (const path of [
      "/api/v1/happenings",
      "/api/v1/nothing",
      "/api/v1/happenings?page=x",
      "/api/openapi.json",
    ]) {
      const { headers } = await world.get(path, { headers: { origin: "https://elsewhere.test" } });
      expect(headers.get("access-control-allow-origin"), path).toBe("*");
      expect(headers.get("access-control-allow-credentials")).toBeNull();
    }
  });
});

describe("happenings as JSON", () => {
  test("come in pages that lead on to the end, each happening once", async () => {
    const { total } = await answer("/api/v1/happenings");
    const seen: string[] = [];
    for (let next: string | null = "/api/v1/happenings?per_page=3"; next; ) {
      const page: Json = await answer(next);
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ url }: Json) => url));
      next = page.next && local(page.next);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(total);
  });

  test("are filtered as the pages are, words and slips included", async () => {
    const urls = async (query: string) =>
      (await answer(`/api/v1/happenings?${query}`)).items.map(({ url }: Json) => local(url));
    for (const query of [
      "state=ne",
      "sector=healthcare",
      "kind=newsletter&kind=podcast",
      "q=leter",
      "state=or&q=summit",
    ]) {
      const page = await world.page(`/happenings?${query}`);
      const found = await urls(query);
      expect(found.length, query).toBeGreaterThan(0);
      for (const url of found) expect(page, query).toContain(`href="${url}"`);
    }
    expect((await answer("/api/v1/happenings?q=leter")).corrected).toEqual([{ from: "leter", to: "letter" }]);
  });

  test("are the ones that the pages show, wherever each stands on its way", async () => {
    const ways = ["received", "in-review", "scheduled", "published", "unpublished", "declined"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ways),
        fc.constantFrom(...KINDS),
        fc.nat(),
        async (way, kind, n) => {
          const title = `Gharial ${way} ${n}`;
          const id = await happeningAt(ctx, "received", { title, kind });
          const move = (to: (typeof ways)[number]) =>
            moveHappening(ctx, id, {
              to,
              mover: "editor",
              ...(to === "scheduled" ? { publishAt: new Date(ctx.now.getTime() + 3_600_000) } : {}),
            });
          if (way === "unpublished") await move("published");
          if (way !== "received") await move(way);
          const isPublic = way === "published";
          const query = new URLSearchParams({ q: title, kind });
          const { items } = await answer(`/api/v1/happenings?${query}`);
          expect(items.some((item: Json) => item.title === title)).toBe(isPublic);
          const list = await world.page(`/happenings?${new URLSearchParams({ kind, q: title })}`);
          expect(list.includes(`>${title}<`)).toBe(isPublic);
          const row = await ctx.db
            .selectFrom("happenings")
            .select(["year", "slug"])
            .where("id", "=", id)
            .executeTakeFirstOrThrow();
          if (row.slug) {
            const [api, page] = [
              `/api/v1/happenings/${row.year}/${row.slug}`,
              `/happenings/${row.year}/${row.slug}`,
            ];
            const statuses = [(await world.get(api)).status, (await world.get(page)).status];
            expect(statuses).toEqual(isPublic ? [200, 200] : [410, 410]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("what cannot be understood is answered with a problem", () => {
  const problem = async (response: Promise<Response>) => {
    const answered = await response;
    expect(answered.headers.get("content-type")).toBe("application/problem+json");
    const body = (await answered.json()) as Json;
    expect(body.status).toBe(answered.status);
    return body;
  };

  test.each([
    ["state=zz", "state", "There is no state “zz” here."],
    ["sector=nothing", "sector", "There is no sector “nothing” here."],
    ["topic=a&topic=b", "topic", "There is no topic “a” here."],
    ["page=0", "page", "A page is a whole number from 1."],
    ["page=abc", "page", "A page is a whole number from 1."],
    ["per_page=51", "per_page", "At most 50 come at once."],
    ["kind=gossip", "kind.0", "Invalid option"],
    ["sectr=healthcare", "sectr", "This is not known here."],
    [`q=${"x".repeat(201)}`, "q", "at most 200 characters"],
  ])("the query %s", async (query, field, message) => {
    const { status, problems } = await problem(world.get(`/api/v1/happenings?${query}`));
    expect(status).toBe(422);
    expect(problems[field].join(" ")).toContain(message);
  });

  test("an address where nothing is, or nothing public", async () => {
    for (const path of [
      "/api/v1/nothing",
      "/api/nothing",
      "/api/v2/happenings",
      "/api/v1/happenings/2018/no-such-thing",
      "/api/v1/happenings/x/y",
    ])
      expect((await problem(world.get(path))).status, path).toBe(404);
  });

  test("a body that is no JSON, not marked as JSON, too large, or lacks something", async () => {
    const send = (body: string, type = "application/json") =>
      world.post("/api/v1/happenings", { text: body, headers: { "content-type": type } });
    expect((await problem(send("{"))).status).toBe(400);
    expect((await problem(send("{}", "application/xml"))).status).toBe(415);
    expect((await problem(send(JSON.stringify({ story: "x".repeat(1_100_000) })))).status).toBe(413);
    const lacking = await problem(send("{}"));
    expect(lacking.status).toBe(422);
    expect(Object.keys(lacking.problems)).toContain("title");
  });
});

describe("the page for developers", () => {
  test("names every endpoint and shows how to ask", async () => {
    const page = await world.page("/api");
    for (const { method, path } of endpoints()) expect(page).toContain(`${method} /api/v1${path}`);
    expect(page).toContain("curl &#39;http://commons.test/api/v1/happenings&#39;");
    expect(page).toContain('href="/api/openapi.json"');
  });
});
