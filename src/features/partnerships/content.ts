import { z } from "zod";
import { THEME_SLUGS } from "./themes.ts";

/** As much of a date as is known: `2018`, `2018-03` or `2018-03-14`. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

export const ROLES_IN_PARTNERSHIP = [
  "convener",
  "co-convener",
  "co-chair",
  "business-member",
  "support-partner",
  "facilitator",
  "coach",
  "funder",
] as const;
export type RoleInPartnership = (typeof ROLES_IN_PARTNERSHIP)[number];

export const MILESTONE_KINDS = ["academy", "launch", "relaunch", "meeting", "quick-win", "other"] as const;

/** A person or an organization that is named on the page; `id` leads to the directory when it is in it. */
const Named = z.object({ name: z.string(), id: z.uuid().nullable().default(null) });

/** How somebody agreed to be named here, written down by whoever asked them. */
export const Consent = z.object({
  /** In words: "by e-mail", "on paper at the launch". */
  how: z.string(),
  /** `2018-03-14` */
  on: z.string(),
  recordedBy: z.string(),
});

/**
 * Everything a reader sees of a partnership but its stage, whole, as versions keep it. Counties are FIPS text of the
 * present atlas, sectors are ids, dates may be partial. What names a person is public only with what the page says of
 * consent (champions) or because whoever tends the page put it there as the partnership's own public fact.
 */
export const PartnershipContent = z.object({
  name: z.string(),
  alsoKnownAs: z.array(z.string()).default([]),
  /** The source gives place and industry only, and we put the two together. */
  nameIsOurs: z.boolean().default(false),
  summary: z.string().default(""),
  /** Restricted Markdown. */
  story: z.string().default(""),
  region: z.string().default(""),
  /** The first is the main one. */
  states: z.array(z.string()).min(1),
  counties: z.array(z.string()).default([]),
  countiesKnown: z.enum(["exact", "approximate", "whole-state", "unknown"]).default("unknown"),
  countiesNote: z.string().default(""),
  setting: z.enum(["rural", "metro", "both"]).nullable().default(null),
  sectors: z.array(z.uuid()).default([]),
  website: z.string().nullable().default(null),
  milestones: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(MILESTONE_KINDS),
        title: z.string(),
        on: partialDate.nullable().default(null),
        note: z.string().default(""),
        source: z.string().default(""),
      }),
    )
    .default([]),
  priorities: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        theme: z.enum(THEME_SLUGS as [string, ...string[]]),
        description: z.string().default(""),
        /** The business person who leads it, and their company; empty where nobody has put a hand up yet. */
        lead: Named.nullable().default(null),
        leadOrganization: z.string().default(""),
        supportLead: z.string().default(""),
        state: z.enum(["open", "under-way", "achieved", "set-aside"]).default("open"),
        cameOfIt: z.string().default(""),
      }),
    )
    .default([]),
  champions: z
    .array(
      z.object({
        id: z.string(),
        person: Named,
        title: z.string().default(""),
        organization: Named.nullable().default(null),
        /** Their own words, as they said or wrote them. */
        words: z.string().default(""),
        /** A film of them: an address, and what is said in it. */
        video: z.string().nullable().default(null),
        transcript: z.string().default(""),
        /** Without it, the champion is seen by those who tend the page and by nobody else. */
        consent: Consent.nullable().default(null),
        since: partialDate.nullable().default(null),
        until: partialDate.nullable().default(null),
      }),
    )
    .default([]),
  /** Convener, support partners, members: an organization, a person, or a person at an organization. */
  roles: z
    .array(
      z.object({
        id: z.string(),
        role: z.enum(ROLES_IN_PARTNERSHIP),
        organization: Named.nullable().default(null),
        person: Named.nullable().default(null),
        title: z.string().default(""),
        from: partialDate.nullable().default(null),
        to: partialDate.nullable().default(null),
        /** Whether readers see this line. A person's name needs their consent, said by whoever tends the page. */
        shown: z.boolean().default(true),
      }),
    )
    .default([]),
  sources: z
    .array(
      z.object({ name: z.string(), url: z.string().nullable().default(null), note: z.string().default("") }),
    )
    .default([]),
});
export type PartnershipContent = z.output<typeof PartnershipContent>;
export type PartnershipDraft = z.input<typeof PartnershipContent>;
