import type { DeskItem } from "#base/sockets.ts";
import type { State } from "#features/places/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Badge, type BadgeProps } from "#ui/chip.tsx";
import { Moment } from "#ui/dates.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { WorkList } from "#ui/work-list.tsx";

export interface StateReviewPageProps {
  state: State;
  items: DeskItem[];
  total: number;
  page: number;
  pages: number;
  zone: string;
}

/** What waits in one state, the longest first, for whoever publishes there. */
export function StateReviewPage({ state, items, total, page, pages, zone }: StateReviewPageProps) {
  const path = `/states/${state.code}/review`;
  return (
    <>
      <PageHead
        title={`Updates from ${state.name}`}
        trail={[
          { href: `/states/${state.code}`, label: state.name },
          { href: `/states/${state.code}/lead`, label: "Your desk" },
        ]}
        lede={
          total === 0
            ? undefined
            : `${total.toLocaleString("en-US")} ${total === 1 ? "waits" : "wait"}, the longest waiting first.`
        }
      />
      {items.length === 0 ? (
        <EmptyState
          title="Nothing waits"
          icon="inbox"
          actions={<ButtonLink href={`/states/${state.code}/lead`}>Back to your desk</ButtonLink>}
        >
          What people in {state.name} share is listed here until it is published or answered.
        </EmptyState>
      ) : (
        <WorkList
          items={items.map((item) => ({
            title: item.title,
            href: item.href,
            meta: item.kind,
            note: (
              <>
                From {item.from}. Waiting since <Moment at={item.waitingSince} zone={zone} />
                {item.inHand && `. In the hand of ${item.inHand.name}`}
              </>
            ),
            state: (
              <>
                {item.doubt && <Badge tone="warn">Held for a second look</Badge>}
                <Badge tone={TONES[item.mark]}>{item.state}</Badge>
              </>
            ),
          }))}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => (number > 1 ? `${path}?page=${number}` : path)}
        label="Updates"
        before="Before"
        after="Next"
      />
    </>
  );
}

const TONES: Record<DeskItem["mark"], BadgeProps["tone"]> = {
  new: "strong",
  working: undefined,
  theirs: "warn",
  planned: "good",
};
