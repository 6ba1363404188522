import type { Generated } from "kysely";
import type { PartnershipContent } from "./content.ts";
import type { Stage } from "./stages.ts";

export interface PartnershipsTable {
  id: string;
  slug: string;
  name: string;
  summary: string;
  region: string;
  counties_known: PartnershipContent["countiesKnown"];
  setting: PartnershipContent["setting"];
  stage: Stage;
  /** As much of a date as is known. */
  stage_since: string | null;
  content: PartnershipContent;
  /** When somebody of the partnership took the page over from the starter or an editor. */
  claimed_at: Date | null;
  contactable: Generated<boolean>;
  confirmed_at: Date | null;
  reminded_at: Date | null;
  hidden_at: Date | null;
  hidden_word: Generated<string>;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
  words: Generated<string>;
}

export interface PartnershipNamesTable {
  partnership: string;
  name: string;
}
export interface PartnershipStatesTable {
  partnership: string;
  state_code: string;
  position: number;
}
export interface PartnershipCountiesTable {
  partnership: string;
  county: string;
}
export interface PartnershipSectorsTable {
  partnership: string;
  sector: string;
  position: number;
}
export interface PartnershipThemesTable {
  partnership: string;
  theme: string;
}
export interface PartnershipRolesTable {
  partnership: string;
  /** One of `ROLES_IN_PARTNERSHIP`, or `champion`. */
  role: string;
  person: string | null;
  organization: string | null;
  from_on: string | null;
  to_on: string | null;
}
export interface PartnershipStagesTable {
  id: string;
  partnership: string;
  stage: Stage;
  since: string | null;
  word: string;
  at: Date;
  by_person: string | null;
  by_name: string;
}
export interface PartnershipVersionsTable {
  partnership: string;
  number: number;
  content: PartnershipContent;
  at: Date;
  by_person: string | null;
  by_name: string;
  on_behalf_of: string;
  note: string;
}
export type ClaimState = "waiting" | "granted" | "declined" | "withdrawn";
export interface PartnershipClaimsTable {
  id: string;
  partnership: string;
  person: string;
  role: string;
  message: string;
  state: ClaimState;
  reason: string;
  in_hand: string | null;
  made_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
}

export type ProposalState = "waiting" | "published" | "declined" | "withdrawn";
export interface PartnershipProposalsTable {
  id: string;
  person: string;
  name: string;
  state_code: string;
  region: string;
  summary: string;
  stage: Stage;
  role: string;
  message: string;
  state: ProposalState;
  reason: string;
  partnership: string | null;
  in_hand: string | null;
  made_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
}

/** What a team says about its own work; there is no row until it says something. */
export interface WorkspacesTable {
  partnership: string;
  time_zone: string | null;
  reply_name: string | null;
  reply_email: string | null;
  version: Generated<number>;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    partnerships: PartnershipsTable;
    partnership_names: PartnershipNamesTable;
    partnership_states: PartnershipStatesTable;
    partnership_counties: PartnershipCountiesTable;
    partnership_sectors: PartnershipSectorsTable;
    partnership_themes: PartnershipThemesTable;
    partnership_roles: PartnershipRolesTable;
    partnership_stages: PartnershipStagesTable;
    partnership_versions: PartnershipVersionsTable;
    partnership_claims: PartnershipClaimsTable;
    partnership_proposals: PartnershipProposalsTable;
    workspaces: WorkspacesTable;
  }
}
