import { httpUrl } from "#base/brands.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import type { Problems } from "#base/outcome.ts";
import { Picture } from "#features/media/public.ts";
import type { FormValues } from "#platform/http/forms.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ExternalLink } from "#ui/external-link.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Prose } from "#ui/prose.tsx";
import { InquiryFields } from "../inquiries/views/inquiry-form.tsx";
import type { Opportunity } from "../opportunities/queries.ts";
import type { Sponsor, ThankYouPage } from "../queries.ts";
import { seasonWords, TIER_WORDS } from "../rules.ts";
import { TIERS } from "../tables.ts";

/** One thank-you: logo or name, paragraph, link. */
export function SponsorCard({ sponsor, level }: { sponsor: Sponsor; level: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  const link = sponsor.url ? httpUrl(sponsor.url) : undefined;
  return (
    <article class="sponsor" id={sponsor.slug}>
      {sponsor.logo && (
        <p class="sponsor-logo">
          <Picture file={sponsor.logo} sizes="12rem" />
        </p>
      )}
      <Heading>{sponsor.name}</Heading>
      <Prose html={renderMarkdown(sponsor.paragraph)} />
      {link && (
        <p>
          <ExternalLink href={link}>
            {new URL(link).hostname.replace(/^www\./, "")}
            <span class="visually-hidden">, the site of {sponsor.name}</span>
          </ExternalLink>
        </p>
      )}
    </article>
  );
}

/** Sponsors by tier, each tier under its own heading. */
export function SponsorsByTier({ sponsors, season }: { sponsors: Sponsor[]; season: string | null }) {
  return (
    <>
      {TIERS.map((tier) => {
        const here = sponsors.filter((sponsor) => sponsor.tier === tier);
        if (here.length === 0) return null;
        const words = here.length === 1 ? TIER_WORDS[tier].one : TIER_WORDS[tier].many;
        const seasonal = season && here.every((sponsor) => sponsor.season === season);
        return (
          <Section title={seasonal ? `${words}, ${seasonWords(season)}` : words}>
            <div class="sponsors">
              {here.map((sponsor) => (
                <SponsorCard sponsor={sponsor} level={3} />
              ))}
            </div>
          </Section>
        );
      })}
    </>
  );
}

export interface SponsorsPageProps {
  thanks: ThankYouPage;
  opportunities: Opportunity[];
  values: FormValues;
  problems: Problems;
}

export function SponsorsPage({ thanks, opportunities, values, problems }: SponsorsPageProps) {
  return (
    <>
      <PageHead
        title="Thank you, sponsors"
        lede="Learning from each other across state lines takes people, rooms and time. These organizations make it possible."
        actions={<ButtonLink href="#inquiry">Ask about sponsoring</ButtonLink>}
      />
      {thanks.sponsors.length === 0 ? (
        <EmptyState title="No sponsors yet" icon="handshake">
          Nobody is thanked here yet. The first sponsor of this community will be.
        </EmptyState>
      ) : (
        <SponsorsByTier sponsors={thanks.sponsors} season={thanks.season} />
      )}
      {thanks.pastSeasons.length > 0 && (
        <Section title="Earlier seasons">
          <ul>
            {thanks.pastSeasons.map((season) => (
              <li>
                <a href={`/sponsors/seasons/${season}`}>Sponsors of {seasonWords(season)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {opportunities.length > 0 && (
        <Section title="What you can support">
          <div class="sponsors">
            {opportunities.map((opportunity) => (
              <article class="sponsor" id={opportunity.slug}>
                <h3>{opportunity.name}</h3>
                <p class="quiet-text">{opportunity.summary}</p>
                <Prose html={renderMarkdown(opportunity.paragraph)} />
              </article>
            ))}
          </div>
        </Section>
      )}
      <Section title="Ask about sponsoring" id="inquiry">
        <InquiryFields opportunities={opportunities} values={values} problems={problems} />
      </Section>
    </>
  );
}

export function SeasonPage({ season, sponsors }: { season: string; sponsors: Sponsor[] }) {
  return (
    <>
      <PageHead
        title={`Sponsors of ${seasonWords(season)}`}
        trail={[{ href: "/sponsors", label: "Sponsors" }]}
        lede="A season is over; the thanks stay."
      />
      <SponsorsByTier sponsors={sponsors} season={season} />
    </>
  );
}

export function InquiryThanks() {
  return (
    <PageHead
      title="Thank you for writing"
      trail={[{ href: "/sponsors", label: "Sponsors" }]}
      lede="Your question is with the editors of this community. One of them will answer you by e-mail."
      actions={<ButtonLink href="/happenings">See what partnerships are doing</ButtonLink>}
    />
  );
}
