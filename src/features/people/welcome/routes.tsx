import { stateByCode } from "#features/places/public.ts";
import { sectorsByIds } from "#features/sectors/public.ts";
import type { Ctx } from "#platform/context.ts";
import { get, type HouseContext, type Route } from "#platform/http/routes.ts";
import { ownProfile } from "../profiles/queries.ts";
import { isPhase, PHASES } from "../profiles/roles.ts";
import { shownPeople } from "../profiles/showing.ts";
import { signedIn } from "../signed-in.ts";
import { noteWelcomeSeen, WELCOME_PATH } from "./newcomers.ts";
import { type Peer, peersFor } from "./peers.ts";
import { WelcomePage } from "./views/welcome-page.tsx";

const PEERS = 3;

async function showWelcome(c: HouseContext): Promise<Response> {
  const { ctx } = c.var;
  const self = signedIn(c);
  await noteWelcomeSeen(ctx, self.id);
  const row = await ownProfile(ctx, self.id);
  const asked = stateByCode(c.req.query("state") ?? "");
  const states = asked ? [asked.code] : (row?.states ?? []);
  const peers = await peersFor(
    ctx,
    {
      personId: self.id,
      states,
      sectors: row?.sectors ?? [],
      phases: row?.phases ?? [],
      lookingFor: row?.looking_for ?? "",
    },
    PEERS,
  );
  const shown = await shownPeople(
    ctx,
    peers.map(({ seen }) => seen),
  );
  const why = await reasons(ctx, peers);
  return c.var.show(
    { title: "Welcome", noindex: true },
    <WelcomePage
      name={self.name}
      siteName={ctx.site.name}
      profile={!row ? "none" : row.listed_for === "nobody" ? "hidden" : "listed"}
      states={states.flatMap((code) => {
        const state = stateByCode(code);
        return state ? [{ code: state.code, name: state.name }] : [];
      })}
      peers={shown.map((person, index) => ({ person, why: why[index] ?? "" }))}
    />,
  );
}

/** Why each of them is worth knowing: what the two share. */
async function reasons(ctx: Ctx, peers: readonly Peer[]): Promise<string[]> {
  const sectors = await sectorsByIds(
    ctx,
    peers.flatMap((peer) => peer.sectors),
  );
  return peers.map((peer) => {
    const shared = [
      ...peer.states.map((code) => stateByCode(code)?.name ?? ""),
      ...peer.sectors.map((id) => sectors.get(id)?.name ?? ""),
      ...peer.phases.filter(isPhase).map((phase) => `“${PHASES[phase]}”`),
    ].filter(Boolean);
    const words = shared.length > 0 ? `You share ${shared.slice(0, 3).join(", ")}.` : "";
    return peer.helps ? `${words} May help with what you are looking for.`.trim() : words;
  });
}

export const welcomeRoutes: Route[] = [get(WELCOME_PATH, "member", showWelcome)];
