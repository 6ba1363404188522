import type { Child } from "hono/jsx";
import type { StateAffiliate } from "#features/affiliates/public.ts";
import type { Listing } from "#features/happenings/public.ts";
import type { investmentsOfState } from "#features/investments/public.ts";
import type { AcademyMilestone } from "#features/partnerships/public.ts";
import type { State } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { sponsorsOfState } from "#features/sponsors/public.ts";
import type { KnownLeads, StatePage as Words } from "#features/state-leads/public.ts";

/** What a state's page and its parts are told. */
export interface StatePageProps {
  state: State;
  /** What the page says in its own words; undefined where nobody has written any. */
  words: Words | undefined;
  /** How many it has. */
  partnerships: number;
  /** Its partnerships on the map and in words: nothing where it has none. */
  map: Child;
  listing: Listing;
  /** Sectors that have a filter, and how many happenings of this state each holds. */
  offered: Sector[];
  counts: ReadonlyMap<string, number>;
  sectors: ReadonlyMap<string, Sector>;
  affiliates: StateAffiliate[];
  leads: KnownLeads;
  investment: Awaited<ReturnType<typeof investmentsOfState>>;
  academies: AcademyMilestone[];
  sponsors: Awaited<ReturnType<typeof sponsorsOfState>>;
  timeZone: string;
}
