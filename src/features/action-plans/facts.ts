import type { PriorityState, Status, Theme } from "./statuses.ts";

/** What a team says of a priority, with its action team's charter. */
export interface PriorityFacts {
  title: string;
  theme: Theme | null;
  state: PriorityState;
  /** Contact ids. */
  businessLead: string | null;
  supportLead: string | null;
  problem: string;
  desiredResult: string;
  measure: string;
  firstDays: string;
  rhythm: string;
}

export interface ActionFacts {
  priority: string;
  objective: string | null;
  words: string;
  /** Contact id; or a name that is not on the roster. */
  owner: string | null;
  ownerName: string;
  dueOn: string | null;
  status: Status;
  evidence: string;
  evidenceUrl: string | null;
}

/** How an action stands, with a word. */
export interface StatusFacts {
  status: Status;
  word: string;
}
