import { sql } from "kysely";
import type { Ctx } from "#platform/context.ts";
import { PHASES } from "../phases.ts";
import { STAGES, type Stage } from "../stages.ts";
import type { PartnershipFace } from "./face.ts";
import { type ListedPartnership, partnershipsByIds } from "./listing.ts";

/** In what another partnership is like this one; each part is something that both share. */
export interface Alike {
  partnership: ListedPartnership;
  /** Ids. */
  sectors: string[];
  stage: "same" | "phase" | undefined;
  setting: boolean;
  /** About as many counties. */
  size: boolean;
  themes: string[];
  /** Nothing else but the state is shared. */
  state: boolean;
}

const MOST = 4;
/** So many of those that share a sector, theme or state are looked at closely. */
const LOOKED_AT = 60;

interface Scored {
  id: string;
  size: boolean;
}

/**
 * Peers: those of the same sector first, and among them those in the same phase, of the same setting and size, with
 * the same work on their table. A closed one comes after those that can still be asked. Two queries.
 */
export async function partnershipsLike(ctx: Ctx, face: PartnershipFace): Promise<Alike[]> {
  const { content, stage } = face;
  const phase = PHASES[stage] ? STAGES.filter((one) => PHASES[one] === PHASES[stage]) : [];
  const themes = [
    ...new Set(
      content.priorities
        .filter(({ state, theme }) => state !== "set-aside" && theme !== "other")
        .map(({ theme }) => theme),
    ),
  ];
  const settings = content.setting ? [...new Set([content.setting, "both"])] : [];
  const near = sizesLike(content);
  const { rows } = await sql<Scored>`
    with shared as (
      select s.partnership, 8 as weight from partnership_sectors s where s.sector = any(${content.sectors}::uuid[])
        group by 1
      union all
      select t.partnership, least(4, 2 * count(*))::integer from partnership_themes t
        where t.theme = any(${themes}::text[]) group by 1
      union all
      select s.partnership, 1 from partnership_states s where s.state_code = any(${content.states}::text[]) group by 1
    ), looked_at as (
      select p.id, p.name, sum(shared.weight)
          + case when p.stage = ${stage} and p.stage <> 'unknown' then 4
              when p.stage = any(${phase}::text[]) then 3 else 0 end
          + case when p.setting = any(${settings}::text[]) then 2 else 0 end
          - case when p.stage = 'closed' then 20 else 0 end as score
      from shared join partnerships p on p.id = shared.partnership
      where p.hidden_at is null and p.id <> ${face.id}
      group by p.id order by score desc, lower(p.name), p.id limit ${LOOKED_AT}
    ), sized as (
      select l.id, l.name, l.score, p.content ->> 'countiesKnown' = 'exact' and (select count(*) from partnership_counties c
          where c.partnership = l.id) between ${near.from}::integer and ${near.to}::integer as size
      from looked_at l join partnerships p on p.id = l.id
    )
    select id, size from sized order by score + case when size then 2 else 0 end desc, lower(name), id
    limit ${MOST}`.execute(ctx.db);
  const cards = await partnershipsByIds(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, size }) => {
    const partnership = cards.find((card) => card.id === id);
    if (!partnership) return [];
    const sectors = partnership.sectors.filter((sector) => content.sectors.includes(sector));
    const shared = partnership.themes.filter((theme) => themes.includes(theme));
    return [
      {
        partnership,
        sectors,
        themes: shared,
        stage: stageShared(partnership.stage, stage),
        setting: partnership.setting !== null && settings.includes(partnership.setting),
        size,
        state:
          sectors.length === 0 &&
          shared.length === 0 &&
          partnership.states.some((code) => content.states.includes(code)),
      } satisfies Alike,
    ];
  });
}

function stageShared(theirs: Stage, ours: Stage): Alike["stage"] {
  if (theirs === "unknown") return undefined;
  if (theirs === ours) return "same";
  return PHASES[theirs] !== undefined && PHASES[theirs] === PHASES[ours] ? "phase" : undefined;
}

/** Two counties and three are much the same; nothing is like what nobody has told exactly. */
function sizesLike({ counties, countiesKnown }: PartnershipFace["content"]): { from: number; to: number } {
  const many = counties.length;
  if (countiesKnown !== "exact" || many === 0) return { from: 1, to: 0 };
  return {
    from: Math.max(1, Math.min(many - 1, Math.round(many * 0.6))),
    to: Math.max(many + 1, Math.round(many * 1.6)),
  };
}
