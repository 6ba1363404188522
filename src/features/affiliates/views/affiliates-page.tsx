import { allStates, StateStamp, stateByCode } from "#features/places/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Card, CardList } from "#ui/card.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { PageHead, Section, WithSidebar } from "#ui/layout.tsx";
import { EmptyState, SummaryBox } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import type { Affiliate, AffiliateFilter } from "../queries.ts";
import { KIND_WORDS, type ShownLead } from "../rules.ts";
import { AFFILIATE_KINDS, type AffiliateKind } from "../tables.ts";
import { LeadWords, spanWords } from "./leads.tsx";

export interface AffiliatesPageProps {
  listing: { items: Affiliate[]; total: number; byKind: Record<AffiliateKind, number> };
  leads: ReadonlyMap<string, ShownLead[]>;
  filter: AffiliateFilter;
  pages: number;
}

export function AffiliatesPage({ listing, leads, filter, pages }: AffiliatesPageProps) {
  const { items } = listing;
  const narrowed = Number(filter.state !== undefined) + Number(filter.kind !== undefined);
  return (
    <>
      <PageHead
        title="Affiliates"
        lede="The states, regions and organizations that have adopted the Next Gen model and work with it."
      />
      <WithSidebar
        side={
          <>
            <Filters filter={filter} active={narrowed} />
            <WhatItIs />
          </>
        }
      >
        {items.length === 0 ? (
          <NothingFound narrowed={narrowed > 0} />
        ) : (
          AFFILIATE_KINDS.map((kind) => {
            const here = items.filter((one) => one.kind === kind);
            if (here.length === 0) return null;
            return (
              <Section title={`${KIND_WORDS[kind].many} (${listing.byKind[kind].toLocaleString("en-US")})`}>
                <CardList
                  cards={here.map((affiliate) => (
                    <AffiliateCard affiliate={affiliate} leads={leads.get(affiliate.id) ?? []} />
                  ))}
                />
              </Section>
            );
          })
        )}
        <Pagination
          page={filter.page}
          pages={pages}
          href={(page) => listHref({ ...filter, page })}
          label="Affiliates"
          before="Before"
          after="Next"
        />
      </WithSidebar>
    </>
  );
}

function Filters({ filter, active }: { filter: AffiliateFilter; active: number }) {
  return (
    <FilterPanel action="/affiliates" active={active} clear="/affiliates">
      <Select
        name="state"
        label="State"
        value={filter.state ?? ""}
        blank="All states"
        optional
        options={allStates().map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="kind"
        label="What it is"
        value={filter.kind ?? ""}
        blank="All"
        optional
        options={AFFILIATE_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].many }))}
      />
    </FilterPanel>
  );
}

function WhatItIs() {
  return (
    <SummaryBox title="What an affiliate is">
      <p>
        A place or an organization that has made the Next Gen way its own: business leads, public partners
        support it together. It belongs to the network, helps its partnerships along and shares what it
        learns.
      </p>
      <p>
        Is yours missing? <a href="/share">Share what you do</a> and say so; the editors will list it.
      </p>
    </SummaryBox>
  );
}

function AffiliateCard({ affiliate, leads }: { affiliate: Affiliate; leads: ShownLead[] }) {
  const { name, slug, kind, stateCode, joinedOn, leftOn, summary } = affiliate;
  const now = leads.filter(({ to }) => to === null);
  const state = stateCode && kind !== "state" ? stateByCode(stateCode)?.name : undefined;
  const span = spanWords(joinedOn, leftOn);
  return (
    <Card
      title={name}
      href={`/affiliates/${slug}`}
      level={3}
      stamp={<StateStamp {...(stateCode ? { code: stateCode } : {})} size="small" />}
      meta={
        <>
          {state && <span>{state}</span>}
          {span && <span>With the model {span}</span>}
        </>
      }
      files={
        now.length > 0 ? (
          <p class="small quiet-text">
            Led by{" "}
            {now.map((lead, index) => (
              <>
                {index > 0 && "; "}
                <LeadWords lead={lead} />
              </>
            ))}
          </p>
        ) : undefined
      }
    >
      {summary}
    </Card>
  );
}

function NothingFound({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return (
      <EmptyState
        title="No affiliate here yet"
        icon="handshake"
        actions={<ButtonLink href="/affiliates">Show all affiliates</ButtonLink>}
      >
        Nobody is listed with these filters. A region or an organization may still belong to the network under
        another state.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No affiliates yet"
      icon="handshake"
      actions={<ButtonLink href="/states">See the states</ButtonLink>}
    >
      The states, regions and organizations that adopt the model will be listed here.
    </EmptyState>
  );
}

/** The one address of a view of the list. */
export function listHref({ state, kind, page }: AffiliateFilter): string {
  const query = new URLSearchParams();
  if (state) query.set("state", state);
  if (kind) query.set("kind", kind);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/affiliates?${query}` : "/affiliates";
}
