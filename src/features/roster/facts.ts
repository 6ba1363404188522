import type { CompanySize, Consent, Side, Standing } from "./standings.ts";

/** What is known of somebody; the team's own words for it. */
export interface ContactFacts {
  name: string;
  greeting: string;
  title: string;
  /** Lower case. */
  email: string | null;
  phone: string;
  /** A company's name; one that is not on the roster yet is put on it. */
  company: string;
  side: Side;
  standing: Standing;
  isChampion: boolean;
  assistant: { name: string; email: string } | null;
  segments: string[];
  consent: Consent;
  consentSource: string;
  caresAbout: string;
  note: string;
  /** Ids of those who know them. */
  knownBy: string[];
}

/** What a door, a sign-up sheet or a pasted list tells of somebody. */
export type NewContact = Pick<ContactFacts, "name" | "email" | "side"> & Partial<ContactFacts>;

export interface CompanyFacts {
  name: string;
  side: Side;
  place: string;
  size: CompanySize | null;
  note: string;
}

/** What a team says about its own work. */
export interface SettingsFacts {
  /** IANA name. */
  timeZone: string;
  repliesTo: { name: string; email: string } | null;
}
