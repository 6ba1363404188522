import type { Child } from "hono/jsx";
import type {
  HomeCard,
  ModerationQueue,
  NavItem,
  SearchSource,
  SitemapSource,
  StarterSource,
} from "#base/sockets.ts";
import type { Ctx, Listener } from "./context.ts";
import type { ExchangeTable, Mergeable, NamedBy } from "./exchange.ts";
import type { ApiEndpoint } from "./http/api.ts";
import type { Route } from "./http/routes.ts";
import type { Job } from "./jobs.ts";
import type { Permission } from "./permissions.ts";
import type { PersonalData } from "./personal-data.ts";
import type { EventName } from "./telling.ts";

export type EventWords = Partial<Record<EventName, (particulars: Record<string, unknown>) => string>>;

/** What another room adds to a partnership's page, and to the work of those who look after it. */
export interface PartnershipPart {
  /** For readers; null where there is nothing to show. */
  render(ctx: Ctx, partnership: { id: string; slug: string }): Promise<Child | null>;
  /** A step in looking after it, for those who may. */
  tending?: { permission: Permission; title: string; words: string; href(slug: string): string };
}

/** What a room lays on a partnership's shared table, where its team works. */
export interface TablePart {
  /** Smaller stands first, in the menu and on the front page. */
  order: number;
  title: string;
  /** What it is for, in a sentence. */
  words: string;
  href(slug: string): string;
  /** What is next or open there, for the front page: at most two queries. Null where there is nothing to say. */
  render(ctx: Ctx, workspace: { id: string; slug: string; timeZone: string }): Promise<Child | null>;
}

/** What another room adds to a person's page; null where there is nothing to show. */
export type PersonPart = (ctx: Ctx, person: { id: string; name: string }) => Promise<Child | null>;

/** A room's plug: what it brings to the house. `app/house.ts` collects them; nothing here runs by itself. */
export interface Feature {
  name: string;
  routes?: readonly Route[];
  api?: readonly ApiEndpoint[];
  jobs?: readonly Job[];
  /** What it hears of others' events; runs in the teller's transaction. */
  hears?: Partial<Record<EventName, Listener>>;
  nav?: readonly NavItem[];
  home?: readonly HomeCard<Ctx>[];
  search?: readonly SearchSource<Ctx>[];
  queues?: readonly ModerationQueue<Ctx>[];
  sitemap?: readonly SitemapSource<Ctx>[];
  starter?: readonly StarterSource<Ctx>[];
  /**
   * Its events as the audit log tells them: what follows the actor's name, such as `retired the sponsor “Acme”`.
   * Particulars come as they were written, maybe by an earlier release, so nothing in them is sure to be there.
   */
  eventWords?: EventWords;
  /** Where an editor sees one of the things its events are about. */
  subjectHref?: (kind: string, id: string) => string | undefined;
  /** Kinds of its mails that let whoever reads them act as their recipient; the outbox keeps their text to itself. */
  privateMails?: readonly string[];
  personParts?: readonly PersonPart[];
  partnershipParts?: readonly PartnershipPart[];
  tableParts?: readonly TablePart[];
  /** What editors may bring in and take out as a table. */
  exchange?: readonly ExchangeTable[];
  /** What may be there twice and can be made one. */
  mergeable?: readonly Mergeable[];
  /** What it holds that names such things. */
  namedBy?: readonly NamedBy[];
  /** What it lets go when somebody asks to be forgotten. */
  personalData?: readonly PersonalData[];
}
