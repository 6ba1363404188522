/** Who drives and who listens and then helps: the inner table, and the circle around it. */
export const SIDES = ["business", "public"] as const;
export type Side = (typeof SIDES)[number];

export const SIDE_WORDS: Record<Side, { one: string; many: string }> = {
  business: { one: "Business", many: "Businesses" },
  public: { one: "Support partner", many: "Support partners" },
};

/** How far somebody has come, from a name on the shortlist to a member; two of them lead away. */
export const STANDINGS = ["shortlist", "asked", "willing", "attended", "member", "declined", "left"] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_WORDS: Record<Standing, string> = {
  shortlist: "On the shortlist",
  asked: "Asked",
  willing: "Willing",
  attended: "Came to a meeting",
  member: "Member",
  declined: "Said no",
  left: "Left",
};

/** On the way to the table, in order. */
const WAY: readonly Standing[] = ["shortlist", "asked", "willing", "attended", "member"];

/**
 * Whether what happened by itself (an invitation went out, somebody came) takes a person further. It never takes
 * anybody back, and what was said by hand, such as that they left, stands until a hand changes it.
 */
export function isFurther(from: Standing, to: Standing): boolean {
  // Who declined and comes after all has come.
  if (from === "declined") return to === "willing" || to === "attended";
  return WAY.includes(from) && WAY.indexOf(to) > WAY.indexOf(from);
}

export const COMPANY_SIZES = ["1-9", "10-49", "50-249", "250-999", "1000+"] as const;
export type CompanySize = (typeof COMPANY_SIZES)[number];

export const CONSENTS = ["unasked", "given", "withdrawn"] as const;
export type Consent = (typeof CONSENTS)[number];

export const CONSENT_WORDS: Record<Consent, string> = {
  unasked: "Not asked yet",
  given: "Said yes",
  withdrawn: "Said no, or took it back",
};
