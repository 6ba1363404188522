import type { Child } from "hono/jsx";
import type { Hue } from "#ui/chip.tsx";
import { Stamp, type StampProps } from "#ui/stamp.tsx";
import { nationOutline, stateOutline } from "../outlines.ts";
import { stateByCode } from "../states.ts";

export type StateStampProps = {
  /** A state's code; without one the stamp shows the whole nation. */
  code?: string;
  hue?: Hue;
  /** Beneath: a date, a region. */
  under?: Child;
  size?: StampProps["size"];
};

/** A state's stamp: its outline and name on a sector's colour. */
export function StateStamp({ code, ...look }: StateStampProps) {
  const state = code ? stateByCode(code) : undefined;
  if (!state) return <Stamp {...look} outline={nationOutline()} name="Nationwide" short="USA" />;
  return <Stamp {...look} outline={stateOutline(state.code)} name={state.name} short={state.postal} />;
}
