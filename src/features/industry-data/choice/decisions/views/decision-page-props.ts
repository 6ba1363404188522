import type { Problems } from "#base/outcome.ts";
import type { Region } from "../../../regions/queries.ts";
import type { Decision } from "../queries.ts";
import type { Voice } from "../record.ts";

/** What a decision's page and its parts are told. */
export interface DecisionPageProps {
  decision: Decision;
  voices: Voice[];
  /** That the reader may read, the newest first. */
  versions: Decision[];
  /** The region as it is now, for those who may see it. */
  region: Region | undefined;
  isTeam: boolean;
  done: string | undefined;
  stale: boolean;
  problems: Problems;
}
