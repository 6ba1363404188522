import type { NationalDrawing } from "./nation.ts";
import drawings from "./outlines.json" with { type: "json" };
import type { Outline } from "./upright.ts";

const upright: Record<string, Outline> = drawings.upright;

/** A state's outline for its stamp. `code` is a state's code from `allStates`; anything else throws. */
export function stateOutline(code: string): Outline {
  const outline = upright[code];
  if (!outline) throw new Error(`No outline is drawn for the state code "${code}".`);
  return outline;
}

/** Stands on the stamp of what belongs to no single state: the lower 48 as one shape. */
export function nationOutline(): Outline {
  return drawings.nation;
}

/** The nation's map: every state but the territories, by federal code. */
export function nationalDrawing(): NationalDrawing {
  return drawings.national;
}
