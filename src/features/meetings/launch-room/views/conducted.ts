import type { Problems } from "#base/outcome.ts";
import type { Asker, Group, Opportunity, Room, SignUp, Voter } from "../queries.ts";
import type { NamedWrong } from "./board.tsx";
import type { Result } from "./results.tsx";
import type { Returned } from "./say-form.tsx";
import type { Mended } from "./wall.tsx";

/** All that the facilitators' page shows; what a step does not need is empty. */
export interface Conducted {
  room: Room;
  /** Path of the room. */
  base: string;
  siteUrl: string;
  groups: readonly Group[];
  opportunities: readonly Opportunity[];
  voters: readonly Voter[];
  askers: readonly Asker[];
  results: readonly Result[];
  signUps: readonly SignUp[];
  freshIds: readonly [string, string];
}

/** The form that came back, if any. */
export interface ReturnedForms {
  say?: Returned;
  mended?: Mended;
  named?: NamedWrong;
  move?: Problems;
  paper?: Returned;
  signUp?: Returned;
  settings?: Returned;
  /** What the step's button was told. */
  step?: Problems;
}
