import { stateByCode } from "../states.ts";
import type { MapEntry } from "./national-map.tsx";

/** The map in words: every state with something to show, by name, with its count. */
export function StateList({ entries, label }: { entries: MapEntry[]; label: string }) {
  const named = entries
    .map((entry) => ({ ...entry, name: stateByCode(entry.code)?.name ?? entry.code }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <ul class="bare map-list" aria-label={label}>
      {named.map(({ name, href, count }) => (
        <li>
          <a href={href}>{name}</a>
          <span class="count">{count.toLocaleString("en-US")}</span>
        </li>
      ))}
    </ul>
  );
}
