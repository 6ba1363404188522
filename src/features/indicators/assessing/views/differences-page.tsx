import type { KnownPartnership } from "#features/partnerships/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/layout.tsx";
import { LEVELS, type Level, type SetContent } from "../../content.ts";
import type { Assessment } from "../../queries.ts";
import type { IndicatorSet } from "../../sets/queries.ts";
import { hueAt, LevelMeter } from "../../views/look.tsx";
import { indicatorsPath } from "../door.ts";
import { byDifference, promptFor, type Said, type Spread } from "../rules.ts";
import { trailTo } from "./trail.ts";

export interface DifferencesPageProps {
  partnership: KnownPartnership;
  assessment: Assessment;
  set: IndicatorSet;
  /** In the order of the set. */
  spreads: Spread[];
}

/** Everybody's answers side by side, the largest differences first: made for a screen in a meeting, and for paper. */
export function DifferencesPage({ partnership, assessment, set, spreads }: DifferencesPageProps) {
  const place = new Map(spreads.map(({ indicator }, index) => [indicator.id, index]));
  return (
    <>
      <PageHead
        title={assessment.state === "open" ? "Where you differ" : "Where you differed"}
        trail={trailTo(partnership, assessment)}
        lede="The largest differences stand first. Begin there, and let people tell what they saw before you argue about the level."
      />
      {byDifference(spreads).map((spread) => (
        <SpreadSection spread={spread} content={set.content} index={place.get(spread.indicator.id) ?? 0} />
      ))}
      {assessment.state === "open" && (
        <div class="buttons differences-end">
          <ButtonLink href={indicatorsPath(partnership.slug, assessment.id, "team-answer")}>
            Set the team’s answer
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function SpreadSection({ spread, content, index }: { spread: Spread; content: SetContent; index: number }) {
  const { indicator } = spread;
  return (
    <section class={`section spread ${hueAt(index)}`} aria-labelledby={`spread-${indicator.id}`}>
      <div class="spread-head">
        <h2 id={`spread-${indicator.id}`}>{indicator.title}</h2>
        <p class="spread-width">{widthWords(spread)}</p>
      </div>
      <SpreadColumns said={spread.said} content={content} />
      <div class="spread-prompt">
        <p>{promptFor(spread)}</p>
        {indicator.prompt && <p>{indicator.prompt}</p>}
      </div>
    </section>
  );
}

export function widthWords({ width, said, lowest }: Spread): string {
  if (lowest === null) return "Nobody could say";
  if (said.length < 2) return "One answer so far";
  if (width > 0) return width === 1 ? "One level apart" : `${width} levels apart`;
  return said.some(({ level }) => level === null) ? "Not all could say" : "You agree";
}

/** Four columns, one a level, with whoever chose it and why; who could not say stands beneath. */
export function SpreadColumns({ said, content }: { said: Said[]; content: Pick<SetContent, "levelNames"> }) {
  const unsure = said.filter(({ level }) => level === null);
  return (
    <>
      <ol class="bare spread-columns">
        {LEVELS.map((level) => (
          <SpreadColumn level={level} name={content.levelNames[level - 1] ?? ""} said={said} />
        ))}
      </ol>
      {unsure.length > 0 && (
        <div class="spread-unsure">
          <p class="eyebrow">Cannot say</p>
          <People said={unsure} />
        </div>
      )}
    </>
  );
}

function SpreadColumn({ level, name, said }: { level: Level; name: string; said: Said[] }) {
  const here = said.filter((one) => one.level === level);
  return (
    <li class={here.length > 0 ? "spread-column chosen" : "spread-column"}>
      <p class="spread-level">
        <LevelMeter level={level} />
        <span>
          {level}. {name}
          <span class="visually-hidden">: {here.length === 0 ? "nobody" : here.length}</span>
        </span>
      </p>
      <People said={here} />
    </li>
  );
}

function People({ said }: { said: Said[] }) {
  if (said.length === 0) return null;
  return (
    <ul class="bare spread-people">
      {said.map(({ name, note }) => (
        <li>
          <b>{name || "Somebody"}</b>
          {note && <p class="as-typed">{note}</p>}
        </li>
      ))}
    </ul>
  );
}
