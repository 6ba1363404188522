import { renderMarkdown } from "#base/markdown/render.ts";
import { HappeningCards, ListLinks, listPath, NO_FILTER, withArticle } from "#features/happenings/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead, Section, WithAside } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Prose } from "#ui/prose.tsx";
import { About } from "./about.tsx";
import { Academies } from "./academies.tsx";
import { Invested } from "./invested.tsx";
import type { StatePageProps } from "./state-page-props.ts";

/** A state's whole story: its words, its partnerships on the map, what happened, academies, investment. */
export function StatePage(props: StatePageProps) {
  const { state, words, listing, partnerships, map } = props;
  return (
    <WithAside label={`About ${state.name}`} aside={<About {...props} />}>
      <PageHead
        title={state.name}
        trail={[{ href: "/states", label: "States" }]}
        meta={<Tally partnerships={partnerships} happenings={listing.total} />}
      />
      {words?.intro && <Prose html={renderMarkdown(words.intro)} lede />}
      {map}
      <Happenings {...props} />
      <Academies academies={props.academies} />
      <Invested state={state} investment={props.investment} />
    </WithAside>
  );
}

/** Nothing where there is nothing to count yet. */
function Tally({ partnerships, happenings }: { partnerships: number; happenings: number | undefined }) {
  const words = (count: number, one: string) =>
    `${count.toLocaleString("en-US")} ${one}${count === 1 ? "" : "s"}`;
  return (
    <>
      {partnerships > 0 && <a href="#partnerships">{words(partnerships, "partnership")}</a>}
      {happenings !== undefined && happenings > 0 && (
        <a href="#happenings">{words(happenings, "happening")}</a>
      )}
    </>
  );
}

function Happenings({ state, listing, sectors, timeZone }: StatePageProps) {
  const filter = { ...NO_FILTER, state };
  const name = withArticle(state.name);
  if (listing.items.length === 0)
    return (
      <EmptyState
        title={`Nothing from ${name} yet`}
        icon="map-pin"
        actions={<ButtonLink href="/share">Share the first one</ButtonLink>}
      >
        What a partnership in {name} tried, and what came of it, would help others. Sharing takes ten minutes
        and no account.
      </EmptyState>
    );
  return (
    <Section title={`News from ${name}`} id="happenings">
      <p class="state-links">
        <ListLinks filter={filter} listing={listing} />
      </p>
      <HappeningCards items={listing.items} sectors={sectors} timeZone={timeZone} level={3} />
      {listing.more && (
        <p class="state-more">
          <ButtonLink look="quiet" href={listPath(filter)}>
            Older happenings
          </ButtonLink>
        </p>
      )}
    </Section>
  );
}
