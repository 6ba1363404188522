import { httpUrl } from "#base/brands.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import type { Source } from "#base/source.ts";
import type { State } from "#features/places/public.ts";
import { ExternalLink } from "#ui/external-link.tsx";
import { Prose } from "#ui/prose.tsx";
import { SourceList } from "#ui/source-list.tsx";
import type { StateWords } from "../../tables.ts";

/** Where readers go on from a state's page. */
export function StateLinks({ links }: { links: readonly Source[] }) {
  return (
    <ul class="bare plain-links">
      {links.map(({ name, url, note }) => {
        const href = url ? httpUrl(url) : undefined;
        return (
          <li>
            {href ? <ExternalLink href={href}>{name}</ExternalLink> : name}
            {note && <p class="small quiet-text">{note}</p>}
          </li>
        );
      })}
    </ul>
  );
}

/** The words as the page will say them. */
export function WordsPreview({ state, words }: { state: State; words: StateWords }) {
  const { intro, links, sources } = words;
  return (
    <div class="as-read">
      <h2>{state.name}</h2>
      {intro ? <Prose html={renderMarkdown(intro)} /> : <p class="quiet-text">Nothing is written yet.</p>}
      {links.length > 0 && (
        <section>
          <h3>Read on</h3>
          <StateLinks links={links} />
        </section>
      )}
      {sources.length > 0 && (
        <section>
          <h3>Where this comes from</h3>
          <SourceList sources={sources} />
        </section>
      )}
    </div>
  );
}
