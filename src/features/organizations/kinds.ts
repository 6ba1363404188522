export const ORGANIZATION_KINDS = [
  "business",
  "college",
  "school",
  "workforce-board",
  "economic-developer",
  "chamber",
  "agency",
  "union",
  "community-body",
  "other",
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export const ORGANIZATION_KIND_WORDS: Record<OrganizationKind, { one: string; many: string }> = {
  business: { one: "Business", many: "Businesses" },
  college: { one: "College or university", many: "Colleges and universities" },
  school: { one: "School or district", many: "Schools and districts" },
  "workforce-board": { one: "Workforce board", many: "Workforce boards" },
  "economic-developer": { one: "Economic developer", many: "Economic developers" },
  chamber: { one: "Chamber or association", many: "Chambers and associations" },
  agency: { one: "Public agency", many: "Public agencies" },
  union: { one: "Union", many: "Unions" },
  "community-body": { one: "Community organization", many: "Community organizations" },
  other: { one: "Other organization", many: "Other organizations" },
};

/** What somebody wrote for a kind: its word in an address or its name, singular or plural, in any case. */
export function kindFrom(text: string): OrganizationKind | undefined {
  const asked = text.trim().toLowerCase();
  return ORGANIZATION_KINDS.find((kind) => {
    const { one, many } = ORGANIZATION_KIND_WORDS[kind];
    return [kind, kind.replace("-", " "), one.toLowerCase(), many.toLowerCase()].includes(asked);
  });
}
