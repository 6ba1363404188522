import type { DeskItem, DeskView } from "#base/sockets.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Badge, type BadgeProps } from "#ui/chip.tsx";
import { Moment } from "#ui/dates.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Tabs, WorkList } from "#ui/work-list.tsx";
import { DESK_PAGE, type Desk, type Troubles } from "../queries.ts";
import { waitedWords } from "../waited.ts";
import { TroubleNotices } from "./trouble-notices.tsx";

export interface DeskPageProps {
  desk: Desk;
  troubles: Troubles;
  view: DeskView;
  page: number;
  me: string;
  now: Date;
  zone: string;
}

const LABELS: Record<DeskView, string> = {
  all: "All",
  new: "New",
  mine: "In my hand",
  asked: "With the sender",
  scheduled: "Scheduled",
  doubtful: "Doubtful",
};

/** Everything that waits, the longest waiting first: one desk for all rooms. */
export function DeskPage(props: DeskPageProps) {
  const { desk, view, page, zone } = props;
  const total = desk.counts[view];
  const list =
    desk.items.length === 0 ? (
      <Empty view={view} all={desk.counts.all} />
    ) : (
      <WorkList items={desk.items.map((item) => workItem(item, props))} />
    );
  return (
    <>
      <PageHead
        title="Desk"
        lede={ledeOf(desk.counts)}
        actions={
          <>
            <ButtonLink href="/desk/happenings/new">Write a happening</ButtonLink>
            <ButtonLink href="/desk/happenings" look="quiet">
              All happenings
            </ButtonLink>
          </>
        }
      />
      <TroubleNotices {...props.troubles} />
      <Tabs
        label="What waits"
        tabs={(Object.keys(LABELS) as DeskView[]).map((each) => ({
          href: deskHref(each, 1),
          label: LABELS[each],
          count: desk.counts[each],
          current: each === view,
        }))}
      />
      {desk.planned.length > 0 && view !== "scheduled" ? (
        <WithAside label="Coming up" aside={<Planned items={desk.planned} zone={zone} />}>
          {list}
        </WithAside>
      ) : (
        list
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / DESK_PAGE)}
        href={(number) => deskHref(view, number)}
        label="Desk"
        before="Longer waiting"
        after="Shorter waiting"
      />
    </>
  );
}

function ledeOf({ all, new: fresh }: Desk["counts"]): string {
  if (all === 0) return "Nothing waits for you.";
  const waiting =
    all === 1 ? "One thing is on the desk" : `${all.toLocaleString("en-US")} things are on the desk`;
  if (fresh === 0) return `${waiting}, none of them new.`;
  return all === fresh
    ? `${waiting}, the oldest first.`
    : `${waiting}, ${fresh} of them new, the oldest first.`;
}

function deskHref(view: DeskView, page: number): string {
  const query = new URLSearchParams();
  if (view !== "all") query.set("view", view);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/desk?${query}` : "/desk";
}

const TONES: Record<DeskItem["mark"], BadgeProps["tone"]> = {
  new: "strong",
  working: "warn",
  theirs: undefined,
  planned: "good",
};

function workItem(item: DeskItem, { me, now, zone }: DeskPageProps) {
  const { inHand } = item;
  return {
    title: item.title,
    href: item.href,
    meta: (
      <>
        <span>{item.kind}</span>
        {item.place && <span>{item.place}</span>}
      </>
    ),
    note: (
      <>
        From {item.from}
        {item.dueAt ? (
          <>
            . Goes out <Moment at={item.dueAt} zone={zone} />.{" "}
          </>
        ) : (
          <>
            , {item.mark === "theirs" ? "with them for" : "waiting for"}{" "}
            <time datetime={item.waitingSince.toISOString()}>{waitedWords(item.waitingSince, now)}</time>.{" "}
          </>
        )}
        {inHand && <InHandWords {...inHand} mine={inHand.personId === me} now={now} />}
      </>
    ),
    state: (
      <>
        {item.doubt && (
          <Badge tone="warn" icon="triangle-alert">
            Look twice
          </Badge>
        )}
        {item.changed && <Badge>Changed since you read it</Badge>}
        <Badge tone={TONES[item.mark]}>{item.state}</Badge>
      </>
    ),
  };
}

function InHandWords(props: NonNullable<DeskItem["inHand"]> & { mine: boolean; now: Date }) {
  const { name, since, isStale, mine, now } = props;
  const span = since && (isStale || !mine) ? ` for ${waitedWords(since, now)}` : "";
  return (
    <b>
      {mine ? `You have it in hand${span}` : `${name} has it in hand${span}`}
      {isStale ? "; is it forgotten?" : "."}
    </b>
  );
}

function Planned({ items, zone }: { items: DeskItem[]; zone: string }) {
  return (
    <AsideBlock title="Goes out next">
      <ul class="bare stack">
        {items.map((item) => (
          <li>
            <a href={item.href}>{item.title}</a>
            {item.dueAt && (
              <p class="work-note">
                <Moment at={item.dueAt} zone={zone} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </AsideBlock>
  );
}

const NOTHING: Record<DeskView, string> = {
  all: "When somebody shares an update or asks something, it lands here. Until then, you could write a happening yourself.",
  new: "Everything that came in has been read by somebody.",
  mine: "Open something and take it in hand, so that the others know you look after it.",
  asked: "Nobody has been asked for changes, so there is nothing to wait for.",
  scheduled: "Open something that is ready and set a time; it is then published by itself.",
  doubtful: "What looks like the work of a machine is held here for a second look. There is none.",
};

function Empty({ view, all }: { view: DeskView; all: number }) {
  return (
    <EmptyState
      title={view === "all" ? "The desk is clear" : "Nothing here"}
      icon="circle-check"
      actions={
        view !== "all" && all > 0 ? (
          <ButtonLink href="/desk" look="quiet">
            See all that waits
          </ButtonLink>
        ) : undefined
      }
    >
      {NOTHING[view]}
    </EmptyState>
  );
}
