import type { Generated } from "kysely";
import type { CompanySize, Consent, Side, Standing } from "./standings.ts";

export interface RosterCompaniesTable {
  id: string;
  partnership: string;
  organization: string | null;
  name: string;
  side: Side;
  place: string;
  size: CompanySize | null;
  note: string;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
}

export interface RosterContactsTable {
  id: string;
  partnership: string;
  company: string | null;
  person: string | null;
  name: string;
  greeting: Generated<string>;
  title: Generated<string>;
  email: string | null;
  phone: Generated<string>;
  side: Side;
  standing: Standing;
  is_champion: Generated<boolean>;
  assistant_name: Generated<string>;
  assistant_email: Generated<string | null>;
  segments: Generated<string[]>;
  consent: Generated<Consent>;
  consent_source: Generated<string>;
  consent_at: Generated<Date | null>;
  cares_about: Generated<string>;
  note: Generated<string>;
  version: Generated<number>;
  created_at: Date;
  changed_at: Date;
}

export interface RosterTiesTable {
  contact: string;
  known_by: string;
  note: Generated<string>;
}

export interface RosterMovesTable {
  contact: string;
  at: Date;
  standing: Standing;
  word: string;
  by_name: string;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    roster_companies: RosterCompaniesTable;
    roster_contacts: RosterContactsTable;
    roster_ties: RosterTiesTable;
    roster_moves: RosterMovesTable;
  }
}
