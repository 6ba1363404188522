import { AFFILIATE_KIND_WORDS, type StateAffiliate } from "#features/affiliates/public.ts";
import { listPath, NO_FILTER } from "#features/happenings/public.ts";
import { StateStamp } from "#features/places/public.ts";
import { TIER_WORDS } from "#features/sponsors/public.ts";
import { type KnownLeads, StateLinks } from "#features/state-leads/public.ts";
import { Chip } from "#ui/chip.tsx";
import { longDate } from "#ui/dates.tsx";
import { AsideBlock } from "#ui/layout.tsx";
import { SourceList } from "#ui/source-list.tsx";
import type { StatePageProps } from "./state-page-props.ts";

/** Beside a state's story: its stamp, who leads, its affiliates, its sectors, its sponsors, and the sources. */
export function About(props: StatePageProps) {
  const { state, words, leads, affiliates, sponsors } = props;
  return (
    <>
      <StateStamp code={state.code} size="poster" />
      {leads.shown.length + leads.unnamed > 0 && (
        <AsideBlock title="Who leads here">
          <Leads leads={leads} />
        </AsideBlock>
      )}
      {affiliates.length > 0 && (
        <AsideBlock title={affiliates.length === 1 ? "Affiliate" : "Affiliates"}>
          <ul class="bare plain-links">
            {affiliates.map((affiliate) => (
              <Affiliate affiliate={affiliate} />
            ))}
          </ul>
        </AsideBlock>
      )}
      <BySector {...props} />
      {words && words.links.length > 0 && (
        <AsideBlock title="Read on">
          <StateLinks links={words.links} />
        </AsideBlock>
      )}
      {sponsors.length > 0 && (
        <AsideBlock title="With thanks to">
          <ul class="bare plain-links">
            {sponsors.map(({ name, slug, tier }) => (
              <li>
                <a href={`/sponsors#${slug}`}>{name}</a>
                <p class="small quiet-text">{TIER_WORDS[tier].one}</p>
              </li>
            ))}
          </ul>
        </AsideBlock>
      )}
      {words && words.sources.length > 0 && (
        <AsideBlock title="Where this comes from">
          <SourceList sources={words.sources} />
        </AsideBlock>
      )}
    </>
  );
}

function Leads({ leads: { shown, unnamed } }: { leads: KnownLeads }) {
  return (
    <>
      <ul class="bare plain-links">
        {shown.map(({ name, title, organization, href }) => (
          <li>
            <a href={href}>{name}</a>
            {(title || organization) && (
              <p class="small quiet-text">{[title, organization].filter(Boolean).join(", ")}</p>
            )}
          </li>
        ))}
      </ul>
      {unnamed > 0 && (
        <p class="small quiet-text">
          {shown.length > 0
            ? `And ${unnamed === 1 ? "one more" : `${unnamed} more`}, not named in public.`
            : "This state has a lead, who is not named in public."}
        </p>
      )}
    </>
  );
}

function Affiliate({ affiliate }: { affiliate: StateAffiliate }) {
  const { name, href, kind, joinedOn, leads } = affiliate;
  const led = leads.map((lead) => lead.name || lead.organization).join("; ");
  return (
    <li>
      <a href={href}>{name}</a>
      <p class="small quiet-text">
        {[
          kind === "state" ? "The state itself" : AFFILIATE_KIND_WORDS[kind].one,
          joinedOn && `with the model since ${longDate(joinedOn)}`,
        ]
          .filter(Boolean)
          .join(", ")}
        {led && <>. Led by {led}</>}
      </p>
    </li>
  );
}

function BySector({ state, offered, counts }: StatePageProps) {
  if (counts.size === 0) return null;
  return (
    <AsideBlock title="Happenings by sector">
      <ul class="bare plain-links counted">
        {offered
          .filter(({ id }) => counts.has(id))
          .map((sector) => (
            <li>
              <Chip
                label={sector.name}
                icon={sector.icon}
                hue={sector.hue}
                href={listPath({ ...NO_FILTER, state, sectors: [sector] })}
              />
              <span class="count">{counts.get(sector.id)?.toLocaleString("en-US")}</span>
            </li>
          ))}
      </ul>
    </AsideBlock>
  );
}
