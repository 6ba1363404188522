import { tablePath } from "#features/partnerships/public.ts";
import type { PartnershipPart } from "#platform/feature.ts";

/** The way to the shared table, for those who look after a partnership; readers see nothing of it. */
export const sharedTable: PartnershipPart = {
  render: async () => null,
  tending: {
    permission: "partnership.work",
    title: "Shared table",
    words: "Your team’s own room: people, meetings, letters, the action plan and what is due next.",
    href: (slug) => tablePath(slug),
  },
};
