import { z } from "zod";

/** How far along a partnership is, from 1 to 4; null where somebody cannot say. */
export type Level = 1 | 2 | 3 | 4;
export const LEVELS = [1, 2, 3, 4] as const;

/** What of a partnership's own record can stand beside an indicator; `evidence.ts` puts it into words. */
export const EVIDENCE = {
  footprint: "Region: counties and states",
  champions: "Business champions",
  room: "Businesses and public partners named on the page",
  "priority-leads": "Priorities led by a business person",
  subjects: "What the priorities are about",
  "public-team": "Convener and support partners",
  "plan-work": "Priorities under way and achieved, and what came of them",
  freshness: "When the page was last changed and confirmed",
  milestones: "Milestones",
  happenings: "Happenings shared",
} as const;
export type EvidenceKind = keyof typeof EVIDENCE;
export const EVIDENCE_KINDS = Object.keys(EVIDENCE) as EvidenceKind[];

const LevelWords = z.object({
  /** How a partnership at this level looks, so that a convener recognizes it. */
  looks: z.string(),
  /** One thing to do next. */
  next: z.string(),
});

export const Indicator = z.object({
  /** Given once and kept through all versions. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The version of the set in which these words were first asked: answers to the same wording can be compared. */
  wording: z.number().int().positive(),
  title: z.string(),
  question: z.string(),
  why: z.string().default(""),
  levels: z.array(LevelWords).length(4),
  /** A question to begin with when a team's answers lie far apart. */
  prompt: z.string().default(""),
  evidence: z.array(z.enum(EVIDENCE_KINDS as [EvidenceKind, ...EvidenceKind[]])).default([]),
  source: z.string().default(""),
  /** In a draft only: its words were mended and mean the same, so its wording stays what it was. */
  sameMeaning: z.boolean().default(false),
});
export type Indicator = z.output<typeof Indicator>;

/** A set of indicators, whole, as answers refer to it. */
export const SetContent = z.object({
  introduction: z.string().default(""),
  /** What the four levels are called, the same for all indicators. */
  levelNames: z.array(z.string()).length(4),
  indicators: z.array(Indicator),
});
export type SetContent = z.output<typeof SetContent>;
export type SetDraft = z.input<typeof SetContent>;

export function levelName(content: Pick<SetContent, "levelNames">, level: Level | null): string {
  return level === null ? "Cannot say" : (content.levelNames[level - 1] ?? String(level));
}
