import type { MailState } from "#platform/mail/tables.ts";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { OlderPages } from "#ui/older-pages.tsx";
import { Tabs } from "#ui/work-list.tsx";
import { STATE_WORDS, TABS, type Tab } from "../rules.ts";

export interface ListedMail {
  id: string;
  created_at: Date;
  recipient: string;
  subject: string;
  state: MailState;
}

export interface OutboxPageProps {
  mails: ListedMail[];
  counts: Record<MailState, number>;
  tab: Tab | undefined;
  newest: string | undefined;
  older: string | undefined;
  delivers: boolean;
  zone: string;
}

/** Every mail this site has written, newest first. */
export function OutboxPage(props: OutboxPageProps) {
  const { mails, tab, zone } = props;
  return (
    <>
      <PageHead
        title="Outbox"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="Every mail that this site has written, and what became of it."
        actions={<a href="/desk/failures">What went wrong</a>}
      />
      {!props.delivers && <NoMailServer />}
      <OutboxTabs counts={props.counts} tab={tab} />
      {mails.length === 0 ? (
        <EmptyState title="No mail here" icon="mail">
          {tab ? "No mail is in this state." : "This site has not written to anybody yet."}
        </EmptyState>
      ) : (
        <DataTable
          caption="Mails, newest first"
          hideCaption
          stacks
          rows={mails}
          columns={[
            {
              label: "Subject",
              heads: true,
              cell: ({ id, subject }) => <a href={`/desk/outbox/${id}`}>{subject}</a>,
            },
            { label: "To", cell: ({ recipient }) => recipient },
            { label: "Written", cell: ({ created_at }) => <Moment at={created_at} zone={zone} /> },
            { label: "State", cell: ({ state }) => <StateBadge state={state} /> },
          ]}
        />
      )}
      <OlderPages label="Outbox" newest={props.newest} older={props.older} />
    </>
  );
}

export function StateBadge({ state }: { state: MailState }) {
  const { tone, words } = STATE_WORDS[state];
  return <Badge tone={tone}>{words}</Badge>;
}

/** Stands above everything about mail while none can leave. */
export function NoMailServer() {
  return (
    <Notice tone="warning" title="Mail does not leave this site">
      <p>
        No mail server is set, so nobody gets what is written here. Until whoever runs this site sets{" "}
        <code>SMTP_URL</code>, read the mails below and pass on what matters by hand.
      </p>
    </Notice>
  );
}

function OutboxTabs({ counts, tab }: { counts: Record<MailState, number>; tab: Tab | undefined }) {
  const count = (states: readonly MailState[]) => states.reduce((sum, state) => sum + counts[state], 0);
  const tabs = (Object.keys(TABS) as Tab[]).map((key) => ({
    href: `/desk/outbox?state=${key}`,
    label: TABS[key].label,
    count: count(TABS[key].states),
    current: key === tab,
  }));
  return (
    <Tabs label="Mails by state" tabs={[{ href: "/desk/outbox", label: "All", current: !tab }, ...tabs]} />
  );
}
