import { Button, ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { Moment } from "#ui/dates.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { WorkList } from "#ui/work-list.tsx";
import { freshSince, isStale } from "../../../rules.ts";
import { STAGE_WORDS } from "../../../stages.ts";
import { pagePath, tendPath } from "../../paths.ts";
import type { Tended } from "../../queries.ts";
import { DoneNotice } from "../../views/done-notice.tsx";
import { HiddenNotice } from "../../views/hidden-notice.tsx";
import type { SectionSummary } from "../sections.ts";

export interface OverviewPageProps {
  tended: Tended;
  sections: SectionSummary[];
  /** How many ask to look after it too. */
  claims: number;
  /** Whom the person who looks at it stands in for. */
  onBehalfOf: string;
  now: Date;
  zone: string;
  done: string;
}

/** The state of a page for those who look after it: what it holds, what is missing, and whether it still holds. */
export function OverviewPage(props: OverviewPageProps) {
  const { tended, sections, claims, onBehalfOf, done } = props;
  const { slug, content, stage, hiddenAt } = tended;
  return (
    <>
      <PageHead
        title={content.name}
        trail={[{ href: "/my-partnerships", label: "My partnerships" }]}
        meta={
          <>
            <Badge>{STAGE_WORDS[stage].name}</Badge>
            <Badge tone={hiddenAt ? "warn" : "good"}>{hiddenAt ? "Off the site" : "On the site"}</Badge>
          </>
        }
        lede={
          onBehalfOf
            ? `You look after this page for ${onBehalfOf}; what you change says so.`
            : "What readers see of it, section by section. What you change is on the site at once, and every earlier version is kept."
        }
        actions={
          hiddenAt ? undefined : (
            <ButtonLink href={pagePath(slug)} look="quiet">
              See the page
            </ButtonLink>
          )
        }
      />
      <HiddenNotice tended={tended} />
      <DoneNotice done={done} />
      {claims > 0 && (
        <Notice
          tone="warning"
          title={claims === 1 ? "Somebody asks to join you" : `${claims} ask to join you`}
        >
          <p>
            <a href={tendPath(slug, "editors#claims")}>Read what they write, and let them in or decline</a>.
          </p>
        </Notice>
      )}
      <WithAside
        label="How it stands"
        aside={
          <>
            <Freshness {...props} />
            <Contact tended={tended} />
          </>
        }
      >
        <WorkList
          items={sections.map(({ title, href, words, wants }) => ({
            title,
            href,
            note: words,
            state: wants ? <Badge tone="warn">{wants}</Badge> : undefined,
          }))}
        />
      </WithAside>
    </>
  );
}

function Freshness({ tended, now, zone }: OverviewPageProps) {
  const { slug, confirmedAt, changedAt, version } = tended;
  const confirmed = confirmedAt !== null && confirmedAt >= changedAt;
  return (
    <AsideBlock title="Is it still right?">
      <div class="stack">
        <p>
          {confirmed ? "Confirmed" : "Last changed"} on <Moment at={freshSince(tended)} zone={zone} />.
        </p>
        {isStale(tended, now) && <p>That is more than half a year ago, so please look it over.</p>}
        <Form action={tendPath(slug, "confirmation")} bare>
          <Hidden name="version" value={version} />
          <Button look={isStale(tended, now) ? "main" : "quiet"} icon="check">
            Everything here is still right
          </Button>
        </Form>
      </div>
    </AsideBlock>
  );
}

function Contact({ tended }: { tended: Tended }) {
  const { slug, contactable } = tended;
  return (
    <AsideBlock title="Letters from readers">
      <div class="stack">
        <p>
          {contactable
            ? "The page has a form by which readers write to those who look after it. Nobody sees your address unless you answer."
            : "The page offers no way to write to you."}
        </p>
        <Form action={tendPath(slug, "contact")} bare>
          <Hidden name="contactable" value={contactable ? "" : "yes"} />
          <Button look="quiet" icon="mail">
            {contactable ? "Take no letters" : "Take letters again"}
          </Button>
        </Form>
      </div>
    </AsideBlock>
  );
}
