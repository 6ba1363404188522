import type { Child } from "hono/jsx";
import { httpUrl } from "#base/brands.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import type { Site } from "#base/site.ts";
import { StateStamp, stateByCode } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import type { Topic } from "#features/topics/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Day } from "#ui/dates.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { ExternalLink } from "#ui/external-link.tsx";
import { Icon } from "#ui/icon.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { SummaryBox } from "#ui/notice.tsx";
import { Prose } from "#ui/prose.tsx";
import { KIND_WORDS } from "../../kinds.ts";
import { happeningPath, listPath } from "../address.ts";
import { knownDate } from "../dates.ts";
import { NO_FILTER } from "../filter.ts";
import type { Story, StoryLink } from "../story.ts";
import { Documents } from "./documents.tsx";
import { hueOf, SectorChips } from "./sector-chips.tsx";

export interface StoryPageProps {
  story: Story;
  sectors: Sector[];
  topics: Topic[];
  site: Site;
  /** For editors alone: where they change it. */
  deskHref?: string;
}

export function StoryPage({ story, sectors, topics, site, deskHref }: StoryPageProps) {
  const state = stateByCode(story.state);
  const date = knownDate(story.at, story.precision, site.timeZone);
  return (
    <WithAside label="About this happening" aside={<About story={story} sectors={sectors} />}>
      <PageHead
        title={story.title}
        trail={[
          { href: "/happenings", label: "Happenings" },
          ...(state ? [{ href: `/states/${state.code}`, label: state.name }] : []),
        ]}
        meta={
          <>
            <SectorChips sectors={sectors} all />
            <a class="chip" href={listPath({ ...NO_FILTER, kinds: [story.kind] })}>
              {KIND_WORDS[story.kind].name}
            </a>
            {date && <Day iso={date} />}
          </>
        }
        lede={story.summary}
        actions={
          deskHref && (
            <ButtonLink look="quiet" href={deskHref}>
              Edit
            </ButtonLink>
          )
        }
      />
      <Prose html={renderMarkdown(story.story, { site: site.url })} />
      <Documents story={story} />
      {topics.length > 0 && (
        <nav class="topics" aria-label="Topics">
          <p class="eyebrow">More about</p>
          <ul class="bare pills">
            {topics.map((topic) => (
              <li>
                <a href={listPath({ ...NO_FILTER, topics: [topic] })}>{topic.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <SummaryBox>
        <div class="row no-print">
          <p>Has your partnership done something like it?</p>
          <ButtonLink look="quiet" href="/share">
            Tell us how it went
          </ButtonLink>
        </div>
      </SummaryBox>
      <Neighbors newer={story.newer} older={story.older} />
    </WithAside>
  );
}

function About({ story, sectors }: { story: Story; sectors: Sector[] }) {
  return (
    <>
      <StateStamp code={story.state} hue={hueOf(sectors)} size="poster" under={story.place || undefined} />
      <AsideBlock title="Who did it">
        <DefinitionList
          entries={[
            { term: "Partnership", value: partnershipOf(story) },
            { term: "People", value: story.credit },
            { term: "Also about", value: alsoStates(story.alsoStates) },
          ]}
        />
      </AsideBlock>
      <Source story={story} />
      {story.related.length > 0 && (
        <AsideBlock title="Like this one">
          <ul class="bare plain-links related">
            {story.related.map((other) => (
              <li>
                <StoryAnchor to={other} />
                <span class="small quiet-text">{stateByCode(other.state)?.name}</span>
              </li>
            ))}
          </ul>
        </AsideBlock>
      )}
    </>
  );
}

function partnershipOf({ partnership, partnershipSlug }: Story): Child {
  return partnershipSlug ? <a href={`/partnerships/${partnershipSlug}`}>{partnership}</a> : partnership;
}

function alsoStates(codes: string[]): Child | undefined {
  const states = codes.flatMap((code) => stateByCode(code) ?? []);
  if (states.length === 0) return undefined;
  return (
    <>
      {states.map((state, index) => (
        <>
          {index > 0 && ", "}
          <a href={`/states/${state.code}`}>{state.name}</a>
        </>
      ))}
    </>
  );
}

function Source({ story }: { story: Story }) {
  const { name, url, note } = story.source;
  const href = url ? httpUrl(url) : undefined;
  if (!name && !note) return null;
  return (
    <AsideBlock title="Where it comes from">
      {(name || href) && (
        <p>{href ? <ExternalLink href={href}>{name || new URL(href).hostname}</ExternalLink> : name}</p>
      )}
      {note && <p class="small quiet-text">{note}</p>}
    </AsideBlock>
  );
}

function Neighbors({ newer, older }: { newer: StoryLink | null; older: StoryLink | null }) {
  if (!newer && !older) return null;
  return (
    <nav class="neighbors" aria-label="Newer and older happenings">
      {newer && (
        <p>
          <span class="eyebrow">
            <Icon name="arrow-left" /> Newer
          </span>
          <StoryAnchor to={newer} rel="next" />
        </p>
      )}
      {older && (
        <p class="neighbor-older">
          <span class="eyebrow">
            Older <Icon name="arrow-right" />
          </span>
          <StoryAnchor to={older} rel="prev" />
        </p>
      )}
    </nav>
  );
}

function StoryAnchor({ to, rel }: { to: StoryLink; rel?: string }) {
  return (
    <a href={happeningPath(to)} rel={rel}>
      {to.title}
    </a>
  );
}
