import type { Child } from "hono/jsx";
import { RegionStamp, StateStamp, stateByCode } from "#features/places/public.ts";
import type { Hue } from "#ui/chip.tsx";
import type { StampProps } from "#ui/stamp.tsx";

export interface RegionMarkProps {
  region: string;
  states: readonly string[];
  counties: readonly string[];
  /** A list of one county that stands for more would look like the region itself. */
  countiesKnown: string;
  hue: Hue;
  under?: Child;
  size?: StampProps["size"];
}

/** A partnership's stamp: its own counties where they are told, its state where they are not. */
export function RegionMark({ region, states, counties, countiesKnown, ...look }: RegionMarkProps) {
  const [first] = states;
  const state = first ? stateByCode(first) : undefined;
  if (countiesKnown === "exact" && counties.length > 0)
    return (
      <RegionStamp
        {...look}
        counties={counties}
        name={region || state?.name || ""}
        short={states.map((code) => code.toUpperCase()).join(" ")}
      />
    );
  return <StateStamp {...look} {...(first ? { code: first } : {})} />;
}
