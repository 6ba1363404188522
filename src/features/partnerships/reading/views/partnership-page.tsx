import type { Child } from "hono/jsx";
import { renderMarkdown } from "#base/markdown/render.ts";
import type { Site } from "#base/site.ts";
import { HappeningCards, type ListedHappening } from "#features/happenings/public.ts";
import { stateByCode } from "#features/places/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Icon } from "#ui/icon.tsx";
import { PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Prose } from "#ui/prose.tsx";
import { hueOf } from "../../hue.ts";
import { partnershipPath } from "../address.ts";
import type { PartnershipFace } from "../face.ts";
import type { Alike } from "../similar.ts";
import { timelineOf } from "../timeline.ts";
import { untoldOf } from "../untold.ts";
import { About } from "./about.tsx";
import { PeerCards } from "./alike.tsx";
import { Champions } from "./champions.tsx";
import { SectorChips, StageMark } from "./marks.tsx";
import { Moments } from "./moments.tsx";
import type { Directory } from "./named.tsx";
import { Partners } from "./partners.tsx";
import { Priorities } from "./priorities.tsx";
import { Reach } from "./reach.tsx";

export interface PartnershipPageProps {
  face: PartnershipFace;
  /** By id: its own, and those of everything that stands on the page. */
  sectors: ReadonlyMap<string, Sector>;
  directory: Directory;
  happenings: { items: ListedHappening[]; more: boolean };
  alike: Alike[];
  /** What other rooms tell of it. */
  added: Child[];
  reachable: boolean;
  tended: boolean;
  site: Site;
  /** ISO text, in the site's own zone. */
  today: string;
  changedOn: string;
  confirmedOn: string | null;
  /** For those who may: where they change it. */
  tendHref: string | undefined;
}

export function PartnershipPage(props: PartnershipPageProps) {
  const { face, sectors, directory, today } = props;
  const { content } = face;
  const own = content.sectors.flatMap((id) => sectors.get(id) ?? []);
  const moments = timelineOf(face);
  return (
    <>
      <WithAside
        label="About this partnership"
        aside={
          <About
            face={face}
            hue={hueOf(own)}
            changedOn={props.changedOn}
            confirmedOn={props.confirmedOn}
            tended={props.tended}
          />
        }
      >
        <Head {...props} own={own} />
        {content.priorities.length > 0 && (
          <section id="priorities">
            <h2>What its businesses decided to do</h2>
            <Priorities priorities={content.priorities} directory={directory} />
          </section>
        )}
        {content.champions.length > 0 && (
          <section id="champions">
            <h2>Business champions</h2>
            <Champions champions={content.champions} directory={directory} />
          </section>
        )}
        {content.story && <Prose html={renderMarkdown(content.story, { site: props.site.url })} />}
        {moments.length > 0 && (
          <section id="timeline">
            <h2>How it went</h2>
            <Moments moments={moments} today={today} />
          </section>
        )}
        {content.roles.length > 0 && (
          <section id="partners">
            <h2>Who works on it</h2>
            <Partners roles={content.roles} directory={directory} today={today} />
          </section>
        )}
        {props.added}
        <Happenings {...props} />
        <Reach
          face={face}
          reachable={props.reachable}
          tended={props.tended}
          untold={untoldOf(face, moments)}
        />
      </WithAside>
      {props.alike.length > 0 && (
        <Section title="Partnerships like this one">
          <PeerCards alike={props.alike} sectors={sectors} />
        </Section>
      )}
    </>
  );
}

function Head({ face, own, tendHref }: PartnershipPageProps & { own: Sector[] }) {
  const { content, stage, since } = face;
  const [main] = content.states;
  const state = main ? stateByCode(main) : undefined;
  return (
    <PageHead
      title={content.name}
      trail={[
        { href: "/partnerships", label: "Partnerships" },
        ...(state ? [{ href: `/partnerships?state=${state.code}`, label: state.name }] : []),
      ]}
      meta={
        <>
          <SectorChips sectors={own} />
          <StageMark stage={stage} since={since} />
        </>
      }
      lede={
        content.summary || content.nameIsOurs ? (
          <>
            {content.summary}
            {content.nameIsOurs && (
              <span class="name-is-ours">
                We call it so after its place and industry, until it tells its own name.
              </span>
            )}
          </>
        ) : undefined
      }
      actions={
        tendHref && (
          <ButtonLink look="quiet" href={tendHref}>
            Look after this page
          </ButtonLink>
        )
      }
    />
  );
}

function Happenings({ face, happenings, sectors, site }: PartnershipPageProps) {
  const { items, more } = happenings;
  if (items.length === 0) return null;
  const wins = items.some(({ kind }) => kind === "quick-win");
  return (
    <section id="happenings">
      <h2>{wins ? "Quick wins and other happenings" : "What it shared"}</h2>
      <HappeningCards items={items} sectors={sectors} timeZone={site.timeZone} />
      {more && (
        <p class="after-cards">
          <a class="more-link" href={`${partnershipPath(face.slug)}/happenings`}>
            All its happenings
            <Icon name="arrow-right" />
          </a>
        </p>
      )}
    </section>
  );
}
