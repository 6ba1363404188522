import type { Workspace } from "#features/partnerships/public.ts";
import type { People } from "../people.ts";
import type { ActionFilter, Objective, Plan, PlanAction, Priority } from "../queries.ts";
import type { Member } from "../teams.ts";

export interface PlanPageProps {
  workspace: Workspace;
  plan: Plan;
  priorities: Priority[];
  objectives: Objective[];
  /** Those that fit the filter, on this page. */
  actions: PlanAction[];
  members: Member[];
  /** Of each team the last day it met. */
  lastMet: ReadonlyMap<string, string>;
  people: People;
  filter: ActionFilter;
  page: number;
  more: boolean;
  today: string;
  done: string | undefined;
}
