import type { DeskItem } from "#base/sockets.ts";
import type { NewestHappening } from "#features/happenings/public.ts";
import type { SharedAssessment } from "#features/indicators/public.ts";
import type { LedPartnership, Stage } from "#features/partnerships/public.ts";
import type { Holder, OpenInvitation } from "#features/people/public.ts";
import type { State } from "#features/places/public.ts";
import type { Coach } from "#features/state-leads/public.ts";
import type { StateYear } from "#features/work-figures/public.ts";

/** What a state lead's desk and its parts are told. */
export interface LeadPageProps {
  state: State;
  now: Date;
  zone: string;
  /** The state's page was saved just now. */
  done: boolean;
  /** Whether this person reviews and publishes the state's happenings. */
  publishes: boolean;
  /** Whether they say who leads here. */
  appoints: boolean;
  /** The longest waiting updates, for those who publish. */
  waiting: DeskItem[];
  waitingCount: number;
  stages: ReadonlyMap<Stage, number>;
  partnerships: LedPartnership[];
  total: number;
  page: number;
  pages: number;
  /** Who looks after their pages. */
  tenders: Holder[];
  /** By the partnership's slug. */
  newest: ReadonlyMap<string, NewestHappening>;
  assessments: SharedAssessment[];
  /** What partnerships did together, the newest year first. */
  years: StateYear[];
  leads: Holder[];
  invitations: OpenInvitation[];
  coaches: Coach[];
  isWritten: boolean;
}
