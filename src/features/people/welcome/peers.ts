import { sql } from "kysely";
import { wordsOf } from "#base/words/words-of.ts";
import type { Ctx } from "#platform/context.ts";
import { mark } from "../profiles/finding.ts";
import { profileColumns } from "../profiles/queries.ts";
import { type ProfileRow, type SeenProfile, seenBy } from "../profiles/visibility.ts";

/** What is known of somebody who looks for peers: of their own profile, all of it. */
export interface Seeker {
  personId: string;
  states: readonly string[];
  sectors: readonly string[];
  phases: readonly string[];
  lookingFor: string;
}

export interface Peer {
  seen: SeenProfile;
  /** What they share, by which the page says why. */
  states: string[];
  sectors: string[];
  phases: string[];
  /** Words of what is looked for that stand in what they can help with. */
  helps: boolean;
}

/** Of each narrowing this many are looked at; the best are shown. */
const LOOKED_AT = 80;

/**
 * A few listed people whom somebody would gladly know: those who share most of state, sector and phase, and can help
 * with what is looked for. Only what these people show to members counts. At most three queries.
 */
export async function peersFor(ctx: Ctx, seeker: Seeker, most: number): Promise<Peer[]> {
  const states = anyOf(seeker.states.map((code) => mark("state", code)));
  const sectors = anyOf(seeker.sectors.map((id) => mark("sector", id)));
  const phases = anyOf(seeker.phases.map((phase) => mark("phase", phase)));
  const narrowings = [
    states && sectors ? `(${states}) & (${sectors})` : undefined,
    states,
    [sectors, phases].filter(Boolean).join(" | ") || undefined,
  ];
  const found = new Map<string, Peer>();
  for (const question of narrowings) {
    if (!question || found.size >= most) continue;
    for (const peer of await candidates(ctx, seeker, question)) found.set(peer.seen.personId, peer);
  }
  return [...found.values()]
    .sort((a, b) => worth(b) - worth(a) || (a.seen.slug < b.seen.slug ? -1 : 1))
    .slice(0, most);
}

const anyOf = (marks: string[]) => marks.map((one) => `'${one}'`).join(" | ") || undefined;

async function candidates(ctx: Ctx, seeker: Seeker, question: string): Promise<Peer[]> {
  const { rows } = await sql<ProfileRow & { person_name: string }>`
    select ${profileColumns}, people.name as person_name
    from profiles p join people on people.id = p.person
    where p.found_members @@ ${question}::tsquery and p.person <> ${seeker.personId}
    limit ${LOOKED_AT}`.execute(ctx.db);
  const wanted = longWords(seeker.lookingFor);
  return rows.flatMap((row) => {
    const seen = seenBy("members", row, row.person_name);
    if (!seen) return [];
    const shared = (mine: readonly string[], theirs: readonly string[]) =>
      theirs.filter((one) => mine.includes(one));
    const offered = new Set(longWords(seen.canHelp));
    return {
      seen,
      states: shared(seeker.states, seen.states),
      sectors: shared(seeker.sectors, seen.sectors),
      phases: shared(seeker.phases, seen.phases),
      helps: wanted.some((word) => offered.has(word)),
    };
  });
}

/** Words that mean something by themselves; short ones stand in every text. */
function longWords(text: string): string[] {
  return wordsOf(text)
    .filter((word) => word.length > 5)
    .map((word) => word.slice(0, 7));
}

function worth(peer: Peer): number {
  const { states, sectors, phases, helps, seen } = peer;
  return (
    3 * Math.min(states.length, 1) +
    2 * Math.min(sectors.length, 2) +
    Math.min(phases.length, 2) +
    (helps ? 3 : 0) +
    (seen.takesLetters ? 1 : 0) +
    (seen.canHelp ? 1 : 0)
  );
}
