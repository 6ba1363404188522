import type { AffiliateKind, Consent } from "./tables.ts";

export const KIND_WORDS: Record<AffiliateKind, { one: string; many: string; hint: string }> = {
  state: { one: "State", many: "States", hint: "A whole state has taken up the model." },
  region: { one: "Region", many: "Regions", hint: "Some counties, in one state or across a border." },
  organization: {
    one: "Organization",
    many: "Organizations",
    hint: "A workforce board, a college, an association that works with the model.",
  },
};

/** A lead as it is stored. */
export interface Lead {
  /** Somebody with an account here. */
  person: string | null;
  name: string;
  title: string;
  organization: string;
  from: string | null;
  to: string | null;
  consent: Consent | null;
}

/** A lead as readers may see them; `name` is empty where it is not public, `href` leads to a public profile. */
export interface ShownLead {
  name: string;
  title: string;
  organization: string;
  href: string | null;
  from: string | null;
  to: string | null;
}

/**
 * What readers see of the leads: a name only where it is public. `profiles` holds the people who show themselves to
 * everybody, with their own name and page. A lead of whom nothing may be shown is left out.
 */
export function shownLeads(
  leads: readonly Lead[],
  profiles: ReadonlyMap<string, { name: string; href: string }>,
): ShownLead[] {
  return leads.flatMap(({ person, name, title, organization, from, to, consent }) => {
    const profile = person ? profiles.get(person) : undefined;
    const shown = profile?.name ?? (consent ? name : "");
    if (shown === "" && organization === "") return [];
    return [{ name: shown, title, organization, href: profile?.href ?? null, from, to }];
  });
}
