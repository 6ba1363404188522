import type { Child } from "hono/jsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

/** The classes of hues.css. "cross" is for what belongs to several or none. */
export const hues = [
  "healthcare",
  "manufacturing",
  "technology",
  "logistics",
  "textiles",
  "outdoor",
  "agriculture",
  "construction",
  "energy",
  "hospitality",
  "cross",
] as const;
export type Hue = (typeof hues)[number];

export type ChipProps = { label: string; icon?: IconName; hue?: Hue; href?: string };

/** A name in its colour, with its icon: colour never speaks alone. */
export function Chip({ label, icon, hue, href }: ChipProps) {
  const look = hue ? `chip hue-${hue}` : "chip";
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {label}
    </>
  );
  return href ? (
    <a class={look} href={href}>
      {inside}
    </a>
  ) : (
    <span class={look}>{inside}</span>
  );
}

export type BadgeProps = {
  /** How it stands: "good" is done, "warn" waits for somebody, "bad" was refused, "strong" is new. */
  tone?: "good" | "warn" | "bad" | "strong";
  icon?: IconName;
  children: Child;
};

/** The state something is in. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span class={tone ? `badge ${tone}` : "badge"}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
