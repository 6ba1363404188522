import type { PartnershipContent } from "../../content.ts";
import type { Entry, ListKey } from "./list.ts";

/** The list with an entry changed where it stands, or put at its end. */
export function withEntry<K extends ListKey>(
  page: PartnershipContent,
  key: K,
  entry: Entry<K>,
): PartnershipContent {
  const list = page[key] as Entry<K>[];
  const next = list.some(({ id }) => id === entry.id)
    ? list.map((one) => (one.id === entry.id ? entry : one))
    : [...list, entry];
  return { ...page, [key]: next };
}

export function withoutEntry(page: PartnershipContent, key: ListKey, id: string): PartnershipContent {
  return { ...page, [key]: (page[key] as { id: string }[]).filter((one) => one.id !== id) };
}

/** With an entry one place further up or down; the same page where there is no such place. */
export function withEntryMoved(
  page: PartnershipContent,
  key: ListKey,
  id: string,
  direction: "up" | "down",
): PartnershipContent {
  const list = page[key] as { id: string }[];
  const from = list.findIndex((one) => one.id === id);
  const to = direction === "up" ? from - 1 : from + 1;
  if (from < 0 || to < 0 || to >= list.length) return page;
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return { ...page, [key]: next };
}

export function entryIn<K extends ListKey>(
  page: PartnershipContent,
  key: K,
  id: string,
): Entry<K> | undefined {
  return (page[key] as Entry<K>[]).find((one) => one.id === id);
}
