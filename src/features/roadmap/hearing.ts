import { championsOf } from "#features/roster/public.ts";
import type { Ctx, Listener } from "#platform/context.ts";
import type { EventName, ToldEvent } from "#platform/telling.ts";
import { tickByItself } from "./actions.ts";
import { DEFAULT_PLAN } from "./default-plan.ts";

/** From this many willing champions on, asking them is done. */
const ENOUGH_CHAMPIONS = 2;

/** Ticks every step that this event is the end of, in the transaction in which it happened. */
const ticks: Listener = async (ctx, event) => {
  const partnership = partnershipOf(event);
  if (!partnership) return;
  for (const { key, ticks } of DEFAULT_PLAN)
    if (ticks?.event === event.name && (!ticks.kind || ticks.kind === event.particulars?.kind))
      await tickByItself(ctx, partnership, key, ticks.how);
};

/** Somebody's standing changed: are enough champions willing now? */
const ticksChampions: Listener = async (ctx, event) => {
  const partnership = partnershipOf(event);
  if (!partnership || !(await hasChampions(ctx, partnership))) return;
  await ticks(ctx, { ...event, name: "roster.contact-moved" });
};

async function hasChampions(ctx: Ctx, partnership: string): Promise<boolean> {
  const champions = await championsOf(ctx, partnership);
  const willing = champions.filter(({ standing }) => ["willing", "attended", "member"].includes(standing));
  return willing.length >= ENOUGH_CHAMPIONS;
}

function partnershipOf({ subject, particulars }: ToldEvent): string | undefined {
  if (subject.kind === "partnership") return subject.id;
  return typeof particulars?.partnership === "string" ? particulars.partnership : undefined;
}

const byRoster: EventName[] = ["roster.contact-added", "roster.contact-changed", "roster.contact-moved"];

export const hears: Record<EventName, Listener> = Object.fromEntries([
  ...DEFAULT_PLAN.flatMap(({ ticks: by }) => (by && !byRoster.includes(by.event) ? [[by.event, ticks]] : [])),
  ...byRoster.map((name) => [name, ticksChampions]),
]);
