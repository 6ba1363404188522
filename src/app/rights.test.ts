import { afterAll, beforeAll, expect, test } from "vitest";
import { happeningAt } from "#features/happenings/factory.ts";
import { decisionAt, regionAt } from "#features/industry-data/factory.ts";
import { partnershipAt } from "#features/partnerships/factory.ts";
import { openWorld, type SignedIn, type World } from "#kit/world.ts";
import type { Route } from "#platform/http/routes.ts";
import type { GrantedRole, Permission, RoleName } from "#platform/permissions.ts";

// Who may do what to what is theirs and to what is others', written down a second time, by hand: a mistake in the
// table of permissions, in a route or in the way an address is understood shows as a difference.
type Right = { own: RoleName[]; others: RoleName[] };
const EDITORS: RoleName[] = ["editor", "administrator"];
const SIGNED_IN: RoleName[] = [
  "member",
  "partnership-editor",
  "region-member",
  "region-keeper",
  "state-lead",
  "state-editor",
  ...EDITORS,
];
const SCOPED: Record<Permission, Right> = {
  "partnership.tend": { own: ["partnership-editor", "state-editor", ...EDITORS], others: EDITORS },
  "partnership.share": { own: ["partnership-editor", "state-editor", ...EDITORS], others: EDITORS },
  "partnership.work": { own: ["partnership-editor"], others: [] },
  "partnership.assess": { own: ["partnership-editor", ...EDITORS], others: EDITORS },
  "region.work": { own: ["region-member", "region-keeper", ...EDITORS], others: EDITORS },
  "region.keep": { own: ["region-keeper", ...EDITORS], others: EDITORS },
  "state.oversee": { own: ["state-lead", "state-editor", ...EDITORS], others: EDITORS },
  "state.tend": { own: ["state-lead", "state-editor", ...EDITORS], others: EDITORS },
  "state.publish": { own: ["state-editor", ...EDITORS], others: EDITORS },
  "state.appoint": { own: EDITORS, others: EDITORS },
  "desk.work": { own: EDITORS, others: EDITORS },
  "house.administer": { own: ["administrator"], others: ["administrator"] },
};

function rightTo({ access }: Route): Right | "everyone" | "signed-link" {
  if (access === "everyone" || access === "signed-link") return access;
  if (access === "member") return { own: SIGNED_IN, others: SIGNED_IN };
  if (access === "editor") return { own: EDITORS, others: EDITORS };
  if (access === "administrator") return { own: ["administrator"], others: ["administrator"] };
  return SCOPED[access.permission];
}

const NOBODYS = "00000000-0000-4000-8000-000000000000";
/** A partnership, a state, and a happening, a region and its decision in it. */
type Place = {
  code: string;
  slug: string;
  partnership: string;
  happening: string;
  region: { id: string; slug: string };
  decision: string;
};

let world: World;
let own: Place;
let others: Place;
let people: [RoleName, SignedIn | undefined][];

async function makePlace(code: string, name: string): Promise<Place> {
  const ctx = await world.ctx({ kind: "system", name: "Test" });
  const { id, slug } = await partnershipAt(ctx, { name, states: [code], counties: [] });
  const happening = await happeningAt(ctx, "received", { state: code, title: `News of ${name}` });
  // Everyone may see it, so that those who may not work with it are kept out rather than finding nothing.
  const region = await regionAt(ctx, { name: `Region of ${name}`, shown: "everyone" });
  const decision = await decisionAt(ctx, region.id, { shown: "everyone" });
  return { code, slug, partnership: id, happening, region, decision };
}

beforeAll(async () => {
  world = await openWorld();
  await world.loadStarter();
  own = await makePlace("ne", "Sandhills Ranch Supply Partnership");
  others = await makePlace("wy", "Bighorn Tourism Partnership");
  const given = async (role: GrantedRole, scope: string) =>
    world.give(await world.person("member", role), { role, scope });
  people = [
    ["guest", undefined],
    ["member", await world.person("member")],
    ["partnership-editor", await given("partnership-editor", own.partnership)],
    ["region-member", await given("region-member", own.region.id)],
    ["region-keeper", await given("region-keeper", own.region.id)],
    ["state-lead", await given("state-lead", own.code)],
    ["state-editor", await given("state-editor", own.code)],
    ["editor", await world.person("editor")],
    ["administrator", await world.person("administrator")],
  ];
});
afterAll(() => world.close());

/** An address of the route about that place; what hangs below it is nobody's, so that no deed does anything. */
function addressIn({ path }: Route, place: Place): string {
  return path
    .replace(/^(\/partnerships\/):slug/, `$1${place.slug}`)
    .replace(/^(\/(?:desk\/)?states\/):code/, `$1${place.code}`)
    .replace(/^(\/desk\/happenings\/):id/, `$1${place.happening}`)
    .replace(/^(\/industry\/decisions\/):id/, `$1${place.decision}`)
    .replace(/^(\/industry\/regions\/):slug/, `$1${place.region.slug}`)
    .replace(/:id\b/g, NOBODYS)
    .replace(/:token\b/g, "a-token-that-nobody-was-given")
    .replace(/:(\w+)(\{[^}]*\})?/g, "nothing");
}

function ask(route: Route, place: Place, as: SignedIn | undefined): Promise<Response> {
  const sent = { ...(as ? { as } : {}), form: {} };
  const address = addressIn(route, place);
  return route.method === "GET" ? world.get(address, sent) : world.post(address, sent);
}

/** In words, so that a difference reads as one. */
function sortOf(response: Response): "let in" | "kept out" | "broken" {
  if (response.status >= 500) return "broken";
  if (response.status === 401 || response.status === 403) return "kept out";
  const toSignIn = response.headers.get("location")?.startsWith("/sign-in?return=");
  return toSignIn ? "kept out" : "let in";
}

// Signing out, being forgotten, leaving a team and taking a region away end what the next address would need.
const ENDS_SOMETHING = /sign-out|\/account\/your-data|regions\/:slug\/(removal|team\/leaving)/;

test("every address lets in those whom it is for, for their own and for others' things, and nobody else", async () => {
  const wrong: string[] = [];
  for (const route of world.house.routes) {
    const right = rightTo(route);
    if (right === "everyone" || right === "signed-link") continue;
    if (route.method === "POST" && ENDS_SOMETHING.test(route.path)) continue;
    for (const whose of ["own", "others"] as const) {
      const place = whose === "own" ? own : others;
      // What is about nothing of anybody's is the same both times.
      if (whose === "others" && addressIn(route, own) === addressIn(route, others)) continue;
      for (const [role, person] of people) {
        const expected = right[whose].includes(role) ? "let in" : "kept out";
        const found = sortOf(await ask(route, place, person));
        if (found !== expected)
          wrong.push(`${route.method} ${route.path} (${whose}) for ${role}: ${found}, not ${expected}`);
      }
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test("every permission is asked for by an address or by the house itself", async () => {
  const asked = new Set(
    world.house.routes.flatMap(({ access }) => (typeof access === "string" ? [] : [access.permission])),
  );
  for (const permission of ["partnership.tend", "partnership.share", "partnership.assess"] as const)
    expect([...asked]).toContain(permission);
  for (const permission of ["region.work", "region.keep"] as const) expect([...asked]).toContain(permission);
  for (const permission of ["state.oversee", "state.tend", "state.publish"] as const)
    expect([...asked]).toContain(permission);
});

test("the API shows everybody the same, whoever asks", async () => {
  const differing: string[] = [];
  for (const route of world.house.routes.filter(
    ({ method, path }) => method === "GET" && path.startsWith("/api/"),
  )) {
    const [asGuest, ...asOthers] = await Promise.all(
      people.map(async ([, person]) => (await ask(route, own, person)).text()),
    );
    if (asOthers.some((answer) => answer !== asGuest)) differing.push(route.path);
  }
  expect(differing).toEqual([]);
});

test("a grant that has ended lets nobody in any more", async () => {
  const [, person] = people.find(([role]) => role === "partnership-editor")!;
  const route = world.house.routes.find(
    ({ method, access }) =>
      method === "GET" && typeof access !== "string" && access.permission === "partnership.tend",
  )!;
  expect(sortOf(await ask(route, own, person))).toBe("let in");
  await world.house.ground.database.db
    .updateTable("grants")
    .set({ ended_at: world.clock.now() })
    .where("person", "=", person!.id)
    .execute();
  expect(sortOf(await ask(route, own, person))).toBe("kept out");
});
