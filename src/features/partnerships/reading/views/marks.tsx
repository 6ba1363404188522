import type { Sector } from "#features/sectors/public.ts";
import { Badge, Chip } from "#ui/chip.tsx";
import { longDate } from "#ui/dates.tsx";
import type { IconName } from "#ui/icons.ts";
import { STAGE_WORDS, type Stage } from "../../stages.ts";
import { THEMES, type Theme } from "../../themes.ts";
import { listPath } from "../address.ts";
import { NO_FILTER } from "../filter.ts";

const ICONS: Partial<Record<Stage, IconName>> = {
  emerging: "sprout",
  launching: "flag",
  active: "check",
  paused: "clock",
  relaunched: "rotate-ccw",
  closed: "archive",
};

/** "Active", with since when; a stage that nobody told says so, quietly. */
export function StageMark({ stage, since }: { stage: Stage; since: string | null }) {
  if (stage === "unknown") return <span>{STAGE_WORDS.unknown.name}</span>;
  const standing = stage === "active" || stage === "relaunched";
  return (
    <>
      <Badge tone={standing ? "good" : undefined} icon={ICONS[stage]}>
        {STAGE_WORDS[stage].name}
      </Badge>
      {since && <span>since {longDate(since)}</span>}
    </>
  );
}

/** One by one; nothing where none of the site's sectors fits. */
export function SectorChips({ sectors }: { sectors: readonly Sector[] }) {
  return (
    <>
      {sectors.map((sector) => (
        <Chip label={sector.name} icon={sector.icon} hue={sector.hue} href={`/sectors/${sector.slug}`} />
      ))}
    </>
  );
}

/** What is on its table, each one a way to others with the same. */
export function ThemePills({ themes, of }: { themes: readonly Theme[]; of: string }) {
  const named = themes.filter((theme) => theme !== "other");
  if (named.length === 0) return null;
  return (
    <ul class="bare pills" aria-label={`What ${of} works on`}>
      {named.map((theme) => (
        <li>
          <a href={listPath({ ...NO_FILTER, themes: [theme] })}>{THEMES[theme]}</a>
        </li>
      ))}
    </ul>
  );
}
