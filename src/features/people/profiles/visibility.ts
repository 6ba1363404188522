import type { Selectable } from "kysely";
import type { Actor } from "#platform/context.ts";
import type { Audience, ProfilesTable } from "./tables.ts";

/** Who looks: anyone at all, or a signed-in person. Editors see in the directory what members see. */
export type Viewer = "public" | "members";

export function viewerOf(actor: Actor): Viewer {
  return actor.kind === "person" ? "members" : "public";
}

export function reaches(audience: Audience, viewer: Viewer): boolean {
  return audience === "public" || (audience === "members" && viewer === "members");
}

/** The parts whose audience a person chooses, each for itself. The name is shown wherever the person is. */
export const PARTS = {
  role: "your role",
  title: "your title",
  organization: "your organization",
  photo: "your photo",
  places: "your places",
  sectors: "your sectors",
  topics: "your topics",
  phases: "the phases you work in",
  about: "what you say about yourself",
  canHelp: "what you can help with",
  lookingFor: "what you are looking for",
} as const;
export type Part = keyof typeof PARTS;
export const PART_KEYS = Object.keys(PARTS) as Part[];

/** A stored profile without what the index holds, which nobody reads. */
export type ProfileRow = Omit<
  Selectable<ProfilesTable>,
  "sort_name" | "found_public" | "found_members" | "created_at"
>;

/** A profile as one audience sees it: what it may not see is empty, as if it had never been written. */
export interface SeenProfile {
  personId: string;
  slug: string;
  name: string;
  role: string;
  title: string;
  organization: { id: string | null; name: string };
  /** Media id of the photo, and what it shows. */
  photo: { id: string; alt: string } | null;
  /** Postal codes, lower case. */
  states: string[];
  /** Five digits. */
  counties: string[];
  /** Ids. */
  sectors: string[];
  topics: string[];
  phases: string[];
  about: string;
  canHelp: string;
  lookingFor: string;
  /** Whether this viewer may write to them. */
  takesLetters: boolean;
  changedAt: Date;
}

/**
 * The one place that decides what of a profile somebody sees; pages, lists, search, API and the index all ask here.
 *
 * @returns undefined where the person is not listed for this viewer
 */
export function seenBy(viewer: Viewer, row: ProfileRow, name: string): SeenProfile | undefined {
  if (!reaches(row.listed_for, viewer)) return undefined;
  const shows = (part: Part) => reaches(row.shown[part] ?? "nobody", viewer);
  const words = (part: Part, text: string) => (shows(part) ? text : "");
  const list = (part: Part, values: string[]) => (shows(part) ? values : []);
  return {
    personId: row.person,
    slug: row.slug,
    name,
    role: words("role", row.role),
    title: words("title", row.title),
    organization: shows("organization")
      ? { id: row.organization, name: row.organization_name }
      : { id: null, name: "" },
    photo: row.photo && shows("photo") ? { id: row.photo, alt: row.photo_alt } : null,
    states: list("places", row.states),
    counties: list("places", row.counties),
    sectors: list("sectors", row.sectors),
    topics: list("topics", row.topics),
    phases: list("phases", row.phases),
    about: words("about", row.about),
    canHelp: words("canHelp", row.can_help),
    lookingFor: words("lookingFor", row.looking_for),
    takesLetters: reaches(row.written_by, viewer),
    changedAt: row.changed_at,
  };
}
