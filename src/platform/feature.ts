import type {
  HomeCard,
  ModerationQueue,
  NavItem,
  SearchSource,
  SitemapSource,
  StarterSource,
} from "#base/sockets.ts";
import type { Ctx, Listener } from "./context.ts";
import type { EventName } from "./events.ts";
import type { ApiEndpoint } from "./http/api.ts";
import type { Route } from "./http/routes.ts";
import type { Job } from "./jobs.ts";

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
}
