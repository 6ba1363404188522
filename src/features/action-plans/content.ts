import type { PriorityState, Status, Theme } from "./statuses.ts";

/** A plan as a review keeps it. People stand in it by their ids alone. */
export interface PlanContent {
  priorities: KeptPriority[];
}

export interface KeptPriority {
  id: string;
  title: string;
  theme: Theme | null;
  state: PriorityState;
  businessLead: string | null;
  /** Whether that lead comes for a business. */
  ledByBusiness: boolean;
  supportLead: string | null;
  objectives: { id: string; title: string }[];
  actions: KeptAction[];
}

export interface KeptAction {
  id: string;
  objective: string | null;
  words: string;
  owner: string | null;
  /** Where the owner is not on the roster. */
  ownerName: string;
  dueOn: string | null;
  status: Status;
  evidence: string;
  evidenceUrl: string | null;
  isQuickWin: boolean;
}
