import type { Generated } from "kysely";

export const TIERS = ["presenting", "founding", "supporting", "in-kind"] as const;
export type Tier = (typeof TIERS)[number];
export type InquiryState = "new" | "answered" | "closed";

export interface SponsorsTable {
  id: string;
  slug: string;
  name: string;
  tier: Tier;
  /** `2018-2019`, or null for those who are thanked for good. */
  season: string | null;
  position: number;
  /** Restricted Markdown. */
  paragraph: string;
  url: string | null;
  /** The state it is or belongs to, whose page thanks it too; lower-case postal code. */
  state_code: Generated<string | null>;
  logo: string | null;
  /** Where the facts come from, for starter content. */
  source: string | null;
  retired_at: Date | null;
  version: Generated<number>;
  created_at: Date;
}

export interface SponsorOpportunitiesTable {
  id: string;
  slug: string;
  name: string;
  season: string | null;
  position: number;
  summary: string;
  paragraph: string;
  open: boolean;
  version: Generated<number>;
}

export interface SponsorInquiriesTable {
  id: string;
  received_at: Date;
  name: string;
  organization: string;
  email: string;
  opportunity: string | null;
  message: string;
  state: InquiryState;
  in_hand: string | null;
  doubt: string | null;
  version: Generated<number>;
}

export interface SponsorAnswersTable {
  id: string;
  inquiry: string;
  at: Date;
  by_person: string;
  by_name: string;
  text: string;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    sponsors: SponsorsTable;
    sponsor_opportunities: SponsorOpportunitiesTable;
    sponsor_inquiries: SponsorInquiriesTable;
    sponsor_answers: SponsorAnswersTable;
  }
}
