import { httpUrl } from "#base/brands.ts";
import type { Source } from "#base/source.ts";
import { ExternalLink } from "./external-link.tsx";

/** One source: its name, linked where it has an address, and what is said about it. */
export function SourceWords({ source: { name, url, note } }: { source: Source }) {
  const link = url ? httpUrl(url) : undefined;
  return (
    <>
      {link ? <ExternalLink href={link}>{name}</ExternalLink> : name}
      {note && `: ${note}`}
    </>
  );
}

/** Where facts come from. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <ul class="bare plain-links small">
      {sources.map((source) => (
        <li>
          <SourceWords source={source} />
        </li>
      ))}
    </ul>
  );
}
