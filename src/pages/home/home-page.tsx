import type { Child } from "hono/jsx";
import type { Site } from "#base/site.ts";
import { HappeningCards, type ListedHappening } from "#features/happenings/public.ts";
import { NationalMap } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Hero, Section } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { ProcessList } from "#ui/progress.tsx";

export interface HomePageProps {
  site: Site;
  latest: ListedHappening[];
  /** How many of each state, by its code. */
  counts: ReadonlyMap<string, number>;
  sectors: ReadonlyMap<string, Sector>;
  /** What the rooms put here. */
  cards: Child[];
}

export function HomePage({ site, latest, counts, sectors, cards }: HomePageProps) {
  return (
    <>
      <div class="wrap">
        <Hero
          title="What one partnership learns, all of them can use."
          lede={site.description}
          actions={
            <>
              <ButtonLink href="/happenings">See what’s happening</ButtonLink>
              <ButtonLink look="quiet" href="/about">
                How the model works
              </ButtonLink>
            </>
          }
          picture={<ShareMap counts={counts} />}
        />
        <Section
          title="Latest from the field"
          more={latest.length > 0 ? { href: "/happenings", label: "All happenings" } : undefined}
        >
          {latest.length === 0 ? (
            <EmptyState
              title="The first story could be yours"
              icon="megaphone"
              level={3}
              actions={<ButtonLink href="/share">Share what worked</ButtonLink>}
            >
              A letter that brought a business to the table, a small win, a meeting that went well: share it
              here, and partnerships elsewhere can use it. You need no account.
            </EmptyState>
          ) : (
            <HappeningCards items={latest} sectors={sectors} timeZone={site.timeZone} columns={2} lead />
          )}
        </Section>
      </div>
      <FourSteps />
      <div class="wrap">
        <Section title="Have you tried something that worked?">
          <p class="lede">
            Tell the others in a few lines, and add the letter, agenda or film itself. It takes ten minutes
            and no account; an editor reads it before it appears.
          </p>
          <div class="buttons section-buttons">
            <ButtonLink href="/share">Share what worked</ButtonLink>
            <ButtonLink look="quiet" href="/business-leaders">
              For business leaders
            </ButtonLink>
          </div>
        </Section>
        {cards}
      </div>
    </>
  );
}

function ShareMap({ counts }: { counts: ReadonlyMap<string, number> }) {
  const entries = [...counts].map(([code, count]) => ({ code, count, href: `/states/${code}` }));
  return (
    <>
      <NationalMap entries={entries} unit={["happening", "happenings"]} title="Happenings by state" />
      <p class="small hero-note">
        <a href="/states">The same as a list</a>
      </p>
    </>
  );
}

function FourSteps() {
  return (
    <Section
      band
      title="From first idea to first meeting"
      more={{ href: "/about", label: "How the model works" }}
    >
      <ProcessList
        steps={[
          {
            title: "Build the team",
            words:
              "Colleges, workforce boards and economic developers agree on one shared table, and on who convenes it.",
          },
          {
            title: "Choose a sector",
            words:
              "Read the region’s jobs, pay and growth. Add what you know of the place, and decide together.",
          },
          {
            title: "Find champions",
            words: "Two to six business leaders invite their peers, by name and in their own words.",
          },
          {
            title: "Launch",
            words: "Business leaders talk, public partners listen, and every priority gets somebody’s name.",
          },
        ]}
      />
    </Section>
  );
}
