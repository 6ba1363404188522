import type { Feature } from "#platform/feature.ts";

const words = (verb: string) => (particulars: Record<string, unknown>) =>
  `${verb} the organization “${particulars.name ?? ""}”`;

export const organizationsFeature: Feature = {
  name: "organizations",
  eventWords: {
    "organization.added": words("added"),
    "organization.changed": words("changed"),
  },
  subjectHref: (kind, id) => (kind === "organization" ? `/desk/organizations/${id}` : undefined),
};
