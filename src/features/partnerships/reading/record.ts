import { sql } from "kysely";
import { happeningsOfPartnership } from "#features/happenings/public.ts";
import type { Ctx } from "#platform/context.ts";
import type { PartnershipContent } from "../content.ts";
import type { Theme } from "../themes.ts";
import { publicFace } from "./public-face.ts";
import "../tables.ts";

/** What a partnership's page says about how it works, as figures; it names no person. */
export interface PartnershipRecord {
  region: string;
  states: string[];
  counties: number;
  countiesKnown: PartnershipContent["countiesKnown"];
  /** Champions of today whom the page names. */
  champions: number;
  /** Companies of today's champions and business members, each once. */
  businesses: number;
  /** Conveners and support partners of today, each organization once. */
  publicPartners: number;
  /** Names of the organizations that convene it today. */
  conveners: string[];
  supportPartners: number;
  /** Without those set aside. `led` have a business person or company behind them; `told` say what came of them. */
  priorities: { all: number; led: number; underWay: number; achieved: number; told: number; themes: Theme[] };
  milestones: number;
  newestMilestone: { title: string; on: string } | null;
  /** Published ones; `more` when there are more than were counted. */
  happenings: { counted: number; more: boolean };
  confirmedAt: Date | null;
  changedAt: Date;
}

const MOST_HAPPENINGS = 20;

const PUBLIC_ROLES = ["convener", "co-convener", "support-partner"];

/** The figures of a public partnership's page. Two queries. */
export async function partnershipRecord(ctx: Ctx, id: string): Promise<PartnershipRecord | undefined> {
  const { rows } = await sql<{ slug: string; content: unknown; confirmed: Date | null; changed: Date }>`
    select slug, content, confirmed_at as confirmed, changed_at as changed from partnerships
    where hidden_at is null and id = ${id}::uuid`.execute(ctx.db);
  const [row] = rows;
  if (!row) return undefined;
  const { items, more } = await happeningsOfPartnership(ctx, row.slug, { limit: MOST_HAPPENINGS });
  return {
    ...recordFrom(publicFace(row.content)),
    happenings: { counted: items.length, more },
    confirmedAt: row.confirmed,
    changedAt: row.changed,
  };
}

function recordFrom(
  face: PartnershipContent,
): Omit<PartnershipRecord, "happenings" | "confirmedAt" | "changedAt"> {
  const champions = face.champions.filter(({ until }) => until === null);
  const roles = face.roles.filter(({ to }) => to === null);
  const inRoles = (...names: string[]) => roles.filter(({ role }) => names.includes(role));
  const priorities = face.priorities.filter(({ state }) => state !== "set-aside");
  const dated = face.milestones.flatMap(({ title, on }) => (on ? [{ title, on }] : []));
  return {
    region: face.region,
    states: face.states,
    counties: face.counties.length,
    countiesKnown: face.countiesKnown,
    champions: champions.length,
    businesses: organizations([...champions, ...inRoles("business-member", "co-chair")]).length,
    publicPartners: organizations(inRoles(...PUBLIC_ROLES)).length,
    conveners: organizations(inRoles("convener", "co-convener")),
    supportPartners: organizations(inRoles("support-partner")).length,
    priorities: {
      all: priorities.length,
      led: priorities.filter(({ lead, leadOrganization }) => lead || leadOrganization).length,
      underWay: priorities.filter(({ state }) => state === "under-way").length,
      achieved: priorities.filter(({ state }) => state === "achieved").length,
      told: priorities.filter(({ cameOfIt }) => cameOfIt).length,
      themes: [...new Set(priorities.map(({ theme }) => theme as Theme))],
    },
    milestones: face.milestones.length,
    newestMilestone: dated.sort((a, b) => b.on.localeCompare(a.on))[0] ?? null,
  };
}

/** Names, each organization once. */
function organizations(parts: { organization: { name: string; id: string | null } | null }[]): string[] {
  const byKey = new Map<string, string>();
  for (const { organization } of parts)
    if (organization) byKey.set(organization.id ?? organization.name.trim().toLowerCase(), organization.name);
  return [...byKey.values()];
}
