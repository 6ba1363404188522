import { ButtonLink } from "#ui/button.tsx";
import { Badge, type BadgeProps } from "#ui/chip.tsx";
import { Moment } from "#ui/dates.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { WorkList } from "#ui/work-list.tsx";
import { KIND_WORDS } from "../../kinds.ts";
import { STAGE_WORDS, type Stage } from "../../stages.ts";
import type { Submission } from "../queries.ts";

const TONES: Partial<Record<Stage, BadgeProps["tone"]>> = {
  unconfirmed: "warn",
  "changes-asked": "warn",
  published: "good",
  declined: "bad",
};

export interface MyUpdatesProps {
  email: string;
  items: { submission: Submission; href: string }[];
  page: number;
  pages: number;
  zone: string;
}

/** What one address has sent in, newest first. */
export function MyUpdatesPage({ email, items, page, pages, zone }: MyUpdatesProps) {
  return (
    <>
      <PageHead
        title="Your updates"
        lede={
          <>
            Everything that was sent in from <b>{email}</b>.
          </>
        }
        actions={<ButtonLink href="/share">Share an update</ButtonLink>}
      />
      {items.length === 0 ? (
        <EmptyState
          title="Nothing yet"
          icon="send"
          actions={<ButtonLink href="/share">Share what worked</ButtonLink>}
        >
          What you share with this address shows up here, with its status. No account is needed to share.
        </EmptyState>
      ) : (
        <WorkList
          items={items.map(({ submission, href }) => ({
            title: submission.title,
            href,
            meta: <span>{KIND_WORDS[submission.kind].name}</span>,
            note: (
              <>
                Sent in on <Moment at={submission.sentAt} zone={zone} />
              </>
            ),
            state: <Badge tone={TONES[submission.stage]}>{STAGE_WORDS[submission.stage]}</Badge>,
          }))}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => `/my-updates?page=${number}`}
        label="Your updates"
      />
    </>
  );
}
