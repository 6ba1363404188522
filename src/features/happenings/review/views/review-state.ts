import type { Problems } from "#base/outcome.ts";
import type { FormValues } from "#platform/http/forms.ts";
import type { UnderReview } from "../queries.ts";

/** What every part of the page about one happening is told. */
export interface ReviewState {
  item: UnderReview;
  /** The editor who looks at it. */
  me: string;
  /** Where they came from: the desk, or what waits in one state. */
  home: { href: string; label: string };
  /** Whether they work the whole desk: what concerns every state is theirs alone. */
  ofAllStates: boolean;
  now: Date;
  /** IANA zone in which editors plan. */
  zone: string;
  /** What was typed into the form that came back, and what has to be mended. */
  values: FormValues;
  problems: Problems;
}
