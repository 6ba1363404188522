import type { Child } from "hono/jsx";
import type { Hue } from "./chip.tsx";

/** A drawing to fill with one colour: an SVG path and the box it was drawn in. */
export type Outline = { viewBox: string; path: string };

export type StampProps = {
  outline: Outline;
  name: string;
  /** Stands for the name where the stamp is narrower than 5.5rem: "PA". */
  short: string;
  hue?: Hue;
  /** Beneath the stamp: a date, a region. */
  under?: Child;
  /** 5, 6, 11 and 18 rem wide. */
  size?: "small" | "normal" | "large" | "poster";
};

/** The identity of this site: a place's white outline on its sector's colour, perforated all around. */
export function Stamp({ outline, name, short, hue, under, size }: StampProps) {
  const look = ["stamp", size && size !== "normal" && `stamp-${size}`, `hue-${hue ?? "cross"}`];
  return (
    <div class={look.filter(Boolean).join(" ")}>
      <div class="stamp-frame">
        <svg viewBox={outline.viewBox} aria-hidden="true">
          <path d={outline.path} />
        </svg>
        <b>
          <span class="stamp-name">{name}</span>
          <span class="stamp-postal" aria-hidden="true">
            {short}
          </span>
        </b>
      </div>
      {under && <p class="stamp-under">{under}</p>}
    </div>
  );
}
