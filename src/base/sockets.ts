/**
 * Shapes that collectors state and rooms fill in their `sources.ts`; `app/house.ts` hands each collector its list.
 * So the search page, the home page and the desk know no room by name.
 */
import type { Child } from "hono/jsx";

/** A link in the masthead or footer. */
export interface NavItem {
  place: "masthead" | "footer" | "desk";
  label: string;
  href: string;
  /** Smaller stands first. */
  order: number;
  /** In the footer: the heading it stands under. */
  group?: "The network" | "About" | "This site";
}

/** One line of what a search found. */
export interface SearchHit {
  title: string;
  href: string;
  /** What kind of thing it is, in words: "Happening", "State", "Sponsor". */
  kind: string;
  /** Plain text around the match. */
  summary: string;
  /** Larger is better; comparable within one source. */
  score: number;
}

/** What was asked, already cleaned, and with near words put in for words that nobody here uses. */
export interface SearchQuestion {
  /** As typed, cleaned, and cut where it is longer than any question. */
  text: string;
  /** What is looked for: folded words, corrected ones in place of mistyped ones. */
  words: string[];
  /** For PostgreSQL's `to_tsquery('english', …)`: every word, the last as a beginning. Empty when nothing is left. */
  tsquery: string;
  /** Which typed words were taken for others. */
  corrected: { from: string; to: string }[];
  /** Words such as "the", which stand in every text and are not looked for. */
  common: string[];
  /** Beginnings by which a word that answers the question is known in a text. */
  roots: string[];
}

export interface SearchSource<C> {
  kind: string;
  /** Heading of its group on the search page: "Happenings". */
  heading: string;
  /** Groups stand in this order, smaller first. */
  order: number;
  search(ctx: C, question: SearchQuestion, limit: number): Promise<SearchHit[]>;
  /** Where all that matches can be paged through, for a source that has more than a search shows. */
  all?: (text: string) => string;
  /** Words that stand in what it searches and that the database does not learn, so that none is taken for a slip. */
  vocabulary?: (ctx: C) => Promise<readonly string[]>;
}

/** A piece of the home page. */
export interface HomeCard<C> {
  order: number;
  render(ctx: C): Promise<Child | null>;
}

/** The ways to look at the desk: all of it, or what is new, in my hand, with its sender, planned, doubtful. */
export const DESK_VIEWS = ["all", "new", "mine", "asked", "scheduled", "doubtful"] as const;
export type DeskView = (typeof DESK_VIEWS)[number];

/** One thing that waits for an editor. */
export interface DeskItem {
  kind: string;
  /** Where it is about, in words. */
  place?: string | undefined;
  title: string;
  href: string;
  /** What it waits for, in words: "New, needs a first reading". */
  state: string;
  /** On whom it waits: `new` and `working` on an editor, `theirs` on whoever sent it, `planned` on its time. */
  mark: "new" | "working" | "theirs" | "planned";
  waitingSince: Date;
  /** When it happens by itself. */
  dueAt?: Date;
  from: string;
  /** Who has it in hand, if anyone, and since when where that is known; stale when it looks forgotten. */
  inHand: { personId: string; name: string; since?: Date; isStale?: boolean } | null;
  /** Changed since this editor read it. */
  changed?: boolean;
  /** Held because something about it looked doubtful; says what. */
  doubt?: string;
}

/** What a room puts on the desk. "In my hand" is the actor's. */
export interface ModerationQueue<C> {
  kind: string;
  /** The longest waiting first (of what is planned, the next one first), at most `limit`. One query. */
  waiting(ctx: C, view: DeskView, limit: number): Promise<DeskItem[]>;
  /** How many there are in each view. One query. */
  counts(ctx: C): Promise<Record<DeskView, number>>;
}

/** An address for the sitemap. */
export interface SitemapEntry {
  path: string;
  changedAt?: Date;
}

export interface SitemapSource<C> {
  entries(ctx: C): Promise<SitemapEntry[]>;
}

/** What an empty house is filled with at its first start; sources run in order and may ask those before. */
export interface StarterSource<C> {
  name: string;
  order: number;
  load(ctx: C, content: StarterContent): Promise<number>;
}

/** Reads the `content/` folder for a room, so that rooms need no file system. */
export interface StarterContent {
  text(path: string): Promise<string>;
  list(folder: string): Promise<string[]>;
}
