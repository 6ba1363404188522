import { dayOf } from "#base/local-time.ts";
import { isStale } from "#features/partnerships/public.ts";
import { StateSums } from "#features/work-figures/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { longDate } from "#ui/dates.tsx";
import { PageHead, Section, WithAside } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { WorkList } from "#ui/work-list.tsx";
import { LeadAside } from "./lead-aside.tsx";
import type { LeadPageProps } from "./lead-page-props.ts";
import { LedPartnerships } from "./led-partnerships.tsx";
import { SharedViews } from "./shared-views.tsx";

/** What a state lead looks at in the morning. */
export function LeadPage(props: LeadPageProps) {
  const { state, publishes, done } = props;
  const path = `/states/${state.code}`;
  return (
    <WithAside label="Who helps" aside={<LeadAside {...props} />}>
      {done && (
        <Notice tone="success" live>
          <p>
            Saved. <a href={path}>Readers see it now.</a>
          </p>
        </Notice>
      )}
      <PageHead
        title={`Your desk for ${state.name}`}
        trail={[{ href: path, label: state.name }]}
        lede={morningWords(props)}
        actions={
          <>
            <ButtonLink href={`${path}/edit`} look="quiet">
              {props.isWritten ? "Edit the state’s page" : "Write the state’s page"}
            </ButtonLink>
            {publishes && props.waitingCount > 0 && (
              <ButtonLink href={`${path}/review`}>Review updates</ButtonLink>
            )}
          </>
        }
      />
      <Waiting {...props} />
      <LedPartnerships {...props} />
      <SharedViews {...props} />
      <StateSums state={state.name} years={props.years} />
    </WithAside>
  );
}

/** The day, and what is worth a look, in two sentences. */
function morningWords({ now, zone, partnerships, total, tenders }: LeadPageProps): string {
  const tended = new Set(tenders.map(({ scope }) => scope));
  const quiet = partnerships.filter((one) => isStale(one, now)).length;
  const alone = partnerships.filter(({ id }) => !tended.has(id)).length;
  const words = [
    total === 0
      ? "No partnership has a page here yet"
      : total === 1
        ? "One partnership"
        : `${total} partnerships`,
    quiet > 0 ? `${quiet} without a word for half a year` : "",
    alone === 0
      ? ""
      : total === 1
        ? "nobody looks after its page"
        : `${alone} with nobody looking after ${alone === 1 ? "its page" : "their pages"}`,
  ].filter(Boolean);
  return `${longDate(dayOf(now, zone))}. ${words.join("; ")}.`;
}

function Waiting({ state, publishes, waiting, waitingCount }: LeadPageProps) {
  if (waitingCount === 0) return null;
  const count = `${waitingCount} ${waitingCount === 1 ? "update" : "updates"}`;
  if (!publishes)
    return (
      <Notice>
        <p>
          {count} from {state.name} {waitingCount === 1 ? "waits" : "wait"} for the editors of this site.
        </p>
      </Notice>
    );
  return (
    <Section
      title="What waits"
      {...(waitingCount > waiting.length
        ? { more: { href: `/states/${state.code}/review`, label: `All ${waitingCount}` } }
        : {})}
    >
      <WorkList
        level={3}
        items={waiting.map((item) => ({
          title: item.title,
          href: item.href,
          meta: item.kind,
          note: `From ${item.from}`,
          state: item.state,
        }))}
      />
    </Section>
  );
}
