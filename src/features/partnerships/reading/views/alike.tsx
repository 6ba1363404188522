import type { Sector } from "#features/sectors/public.ts";
import { STAGE_WORDS } from "../../stages.ts";
import { THEMES } from "../../themes.ts";
import { capital, lower, SETTING_WORDS } from "../describe.ts";
import type { Alike } from "../similar.ts";
import { PartnershipCards } from "./partnership-card.tsx";

/** Peers, each with what both have in common. */
export function PeerCards({ alike, sectors }: { alike: Alike[]; sectors: ReadonlyMap<string, Sector> }) {
  const reasons = new Map(alike.map((one) => [one.partnership.id, reasonWords(one, sectors)]));
  return (
    <PartnershipCards
      items={alike.map(({ partnership }) => partnership)}
      sectors={sectors}
      columns={2}
      level={3}
      lineOf={({ id }) => <p class="partnership-line reason">{reasons.get(id)}</p>}
    />
  );
}

/** "Also healthcare, also active, about as many counties, also working on housing." */
export function reasonWords(alike: Alike, sectors: ReadonlyMap<string, Sector>): string {
  const { partnership, stage, setting, size, themes, state } = alike;
  const names = alike.sectors.flatMap((id) => sectors.get(id)?.name ?? []);
  const words = [
    ...names.map((name) => `also ${lower(name)}`),
    stage === "same" && `also ${lower(STAGE_WORDS[partnership.stage].name)}`,
    stage === "phase" && `in the same phase`,
    setting && partnership.setting && `also ${lower(SETTING_WORDS[partnership.setting].name)}`,
    size && "about as many counties",
    themes.length > 0 &&
      `also working on ${themes.map((theme) => lower(THEMES[theme as keyof typeof THEMES])).join(" and ")}`,
    state && "in the same state",
  ].filter((word) => typeof word === "string");
  return `${capital(words.join(", "))}.`;
}
