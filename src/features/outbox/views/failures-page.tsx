import type { FailedJob } from "#platform/job-queue.ts";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Moment } from "#ui/dates.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import { OlderPages } from "#ui/older-pages.tsx";
import { adviceOn } from "../rules.ts";
import { NoMailServer } from "./outbox-page.tsx";

export interface FailedMail {
  id: string;
  recipient: string;
  subject: string;
  created_at: Date;
  last_problem: string | null;
}

export interface FailuresPageProps {
  jobs: FailedJob[];
  /** The newest mails that could not be sent. */
  mails: FailedMail[];
  /** How many there are in all. */
  failedMails: number;
  page: number;
  more: boolean;
  delivers: boolean;
  zone: string;
  again: boolean;
}

/** What the site tried again and again and then gave up, with what can be done about it. */
export function FailuresPage(props: FailuresPageProps) {
  const { jobs, mails, page, zone } = props;
  return (
    <>
      <PageHead
        title="What went wrong"
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/outbox", label: "Outbox" },
        ]}
        lede="Work that is done in the background is tried again and again for hours. What still did not work is here."
      />
      {!props.delivers && <NoMailServer />}
      {props.again && (
        <Notice tone="success" live>
          <p>It is being tried again. If it fails once more, it comes back to this page.</p>
        </Notice>
      )}
      {jobs.length === 0 && mails.length === 0 ? (
        <EmptyState title="Everything worked" icon="circle-check">
          No mail failed, and no other work was given up.
        </EmptyState>
      ) : (
        <>
          {mails.length > 0 && <FailedMails {...props} />}
          {jobs.length > 0 && (
            <Section title="Work that was given up">
              <p>
                Read why, see to what it names, then let it be tried again. If the words mean nothing to you,
                pass them on to whoever runs this site. After a week such work is cleared away.
              </p>
              <DataTable
                caption="Work that was given up, the last first"
                hideCaption
                stacks
                rows={jobs}
                columns={[
                  { label: "Work", heads: true, cell: ({ name }) => jobWords(name) },
                  { label: "Given up", cell: ({ failedAt }) => <Moment at={failedAt} zone={zone} /> },
                  { label: "Tries", numeric: true, cell: ({ tries }) => String(tries) },
                  { label: "Why", cell: ({ reason }) => reason },
                  { label: "Again", cell: (job) => <Retry job={job} /> },
                ]}
              />
            </Section>
          )}
          <OlderPages
            label="Work that was given up"
            newest={page > 1 ? "/desk/failures" : undefined}
            older={props.more ? `/desk/failures?page=${page + 1}` : undefined}
          />
        </>
      )}
    </>
  );
}

function FailedMails({ mails, failedMails, zone }: FailuresPageProps) {
  return (
    <Section
      title="Mail that could not be sent"
      more={
        failedMails > mails.length
          ? { href: "/desk/outbox?state=failed", label: `All ${failedMails.toLocaleString("en-US")}` }
          : undefined
      }
    >
      <DataTable
        caption="Mail that could not be sent, newest first"
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
          {
            label: "What to do",
            cell: ({ last_problem }) =>
              (last_problem && (adviceOn(last_problem) ?? last_problem)) || "Open it and send it again.",
          },
        ]}
      />
    </Section>
  );
}

function Retry({ job }: { job: FailedJob }) {
  return (
    <Form action={`/desk/failures/${job.name}/${job.id}/retry`} bare>
      <Button look="quiet" compact>
        Try again<span class="visually-hidden">: {jobWords(job.name)}</span>
      </Button>
    </Form>
  );
}

/** `media.prepare-sizes` → "Media: prepare sizes". */
function jobWords(name: string): string {
  const words = name.replaceAll("-", " ").replace(".", ": ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
