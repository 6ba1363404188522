import type { Child } from "hono/jsx";
import { partnershipPath } from "#features/partnerships/public.ts";
import type { Holder } from "#features/people/public.ts";
import { RegionOutline } from "#features/places/public.ts";
import { ButtonLink, Buttons } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { AsideBlock, PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { analysisPath, REGIONS_PATH, regionPath } from "../paths.ts";
import type { Region } from "../queries.ts";
import { MANY_COUNTIES } from "../rules.ts";
import { SHOWN_WORDS } from "./words.ts";

export interface RegionPageProps {
  region: Region;
  /** Everybody in it; undefined for readers who are not. */
  team: Holder[] | undefined;
  keeps: boolean;
  /** Counties that have no figures in some period, each in a sentence. */
  gaps: readonly string[];
  partnership: { name: string; slug: string } | undefined;
  /** What its team chose, and works on. */
  chosen: Child;
  done: string | undefined;
}

const DONE: Record<string, string> = {
  named: "The region is saved. Look at its figures, or invite your team first.",
  changed: "What you changed is saved.",
  dropped: "The choice is taken away.",
};

/** A region: its counties, its figures, its team, and what the team chose. */
export function RegionPage(props: RegionPageProps) {
  const { region, team, keeps, gaps, partnership, chosen, done } = props;
  const words = done ? DONE[done] : undefined;
  return (
    <>
      <PageHead
        title={region.name}
        trail={[{ href: REGIONS_PATH, label: "Regions" }]}
        meta={team && <Badge>{SHOWN_WORDS[region.shown]}</Badge>}
        lede={region.note || undefined}
        actions={
          keeps && (
            <ButtonLink href={regionPath(region.slug, "edit")} look="quiet">
              Change it
            </ButtonLink>
          )
        }
      />
      {words && <Notice tone="success" title={words} live />}
      {done === "named" && <TypedSent name="region-new" />}
      {team && region.counties.length > MANY_COUNTIES && (
        <Notice title={`${region.counties.length} counties are a lot for one team`}>
          <p>
            The figures add up all the same. Most teams work in one to fifteen counties, close enough that the
            same companies meet the same people.
          </p>
        </Notice>
      )}
      {gaps.length > 0 && (
        <Notice tone="warning" title="Figures of some counties are missing">
          {gaps.map((words) => (
            <p>{words}</p>
          ))}
          <p>A period that lacks a county cannot be chosen for the whole region.</p>
        </Notice>
      )}
      <WithAside label="About the region" aside={<Aside {...props} />}>
        <Section title="Its industries">
          <p class="measure">
            Jobs, pay, change and concentration by industry, from the Quarterly Census of Employment and
            Wages; what is withheld is never counted as zero.
          </p>
          <Buttons>
            <ButtonLink href={analysisPath(region)}>Look at the figures</ButtonLink>
          </Buttons>
        </Section>
        {chosen}
        {partnership && (
          <p>
            It belongs to the <a href={partnershipPath(partnership.slug)}>{partnership.name}</a>.
          </p>
        )}
      </WithAside>
    </>
  );
}

function Aside({ region, team, keeps }: RegionPageProps) {
  return (
    <>
      <AsideBlock title="Where">
        <RegionOutline counties={region.counties} title={`${region.name}: its counties on the map`} />
      </AsideBlock>
      {team && (
        <AsideBlock title="Your team">
          <ul class="bare">
            {team.map(({ person, role }) => (
              <li>
                {person.name || "Somebody"}
                {role === "region-keeper" && <span class="small quiet-text"> keeps it</span>}
              </li>
            ))}
          </ul>
          <p>
            <a href={regionPath(region.slug, "team")}>{keeps ? "Invite others" : "See the team"}</a>
          </p>
        </AsideBlock>
      )}
      <AsideBlock title="Its shape">
        <p>
          {region.shape === 1
            ? "These are the counties it was named with."
            : `This is its ${ordinal(region.shape)} shape.`}
        </p>
        {region.shape > 1 && (
          <p>
            <a href={regionPath(region.slug, "history")}>Earlier shapes</a>
          </p>
        )}
      </AsideBlock>
    </>
  );
}

const FEW = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

function ordinal(number: number): string {
  return FEW[number - 1] ?? `${number}th`;
}
