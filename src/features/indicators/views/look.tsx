import type { Hue } from "#ui/chip.tsx";
import { LEVELS, type Level, levelName, type SetContent } from "../content.ts";

const HUES: readonly Hue[] = [
  "manufacturing",
  "healthcare",
  "outdoor",
  "technology",
  "logistics",
  "hospitality",
  "textiles",
  "construction",
];

/** An indicator's color by its place in the set, so that it is known again from page to page. */
export function hueAt(index: number): `hue-${Hue}` {
  return `hue-${HUES[index % HUES.length] ?? "cross"}`;
}

/** Four steps, climbed as far as the level; silent, because the level's name always stands beside it. */
export function LevelMeter({ level }: { level: Level | null }) {
  return (
    <svg class="level-meter" viewBox="0 0 66 30" aria-hidden="true">
      {LEVELS.map((step) => (
        <rect
          class={level !== null && step <= level ? "level-step reached" : "level-step"}
          x={(step - 1) * 17 + 0.75}
          y={29.25 - step * 7}
          width="13"
          height={step * 7}
        />
      ))}
    </svg>
  );
}

/** The steps and the level's name: "3, Mostly there". */
export function LevelMark({ level, set }: { level: Level | null; set: Pick<SetContent, "levelNames"> }) {
  return (
    <span class="level-mark">
      <LevelMeter level={level} />
      <span>
        {level !== null && <b>{level} </b>}
        {levelName(set, level)}
      </span>
    </span>
  );
}
