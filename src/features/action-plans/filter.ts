import type { ActionFilter } from "./queries.ts";
import { STATUSES } from "./statuses.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the address of a plan asks for; what means nothing there is left out. */
export function filterFrom(query: URLSearchParams): ActionFilter {
  const id = (name: string) => {
    const value = query.get(name) ?? "";
    return UUID.test(value) ? value : undefined;
  };
  const asked = query.get("status");
  const status = [...STATUSES, "late" as const, "all" as const].find((one) => one === asked) ?? "now";
  return { status, priority: id("priority"), owner: id("owner") };
}

/** The query of a plan's address, with `?`; empty for what it shows by itself. */
export function queryOf(filter: ActionFilter, page = 1): string {
  const query = new URLSearchParams();
  if (filter.status !== "now") query.set("status", filter.status);
  if (filter.priority) query.set("priority", filter.priority);
  if (filter.owner) query.set("owner", filter.owner);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query}` : "";
}

export function filtersInUse(filter: ActionFilter): number {
  return [filter.status !== "now", filter.priority, filter.owner].filter(Boolean).length;
}
