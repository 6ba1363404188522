import { Notice } from "#ui/notice.tsx";
import type { Troubles } from "../queries.ts";

/** What went wrong behind the scenes, so that nobody waits for a mail which never left. */
export function TroubleNotices({ failedMails, keptMails, failedJobs }: Troubles) {
  return (
    <>
      {failedMails > 0 && (
        <Notice tone="problem">
          <p>
            {failedMails === 1 ? "A mail" : `${failedMails} mails`} could not be delivered.{" "}
            <a href="/desk/outbox?state=failed">See which, and send again</a>
          </p>
        </Notice>
      )}
      {failedJobs > 0 && (
        <Notice tone="problem">
          <p>
            {failedJobs === 1 ? "A piece of work" : `${failedJobs} pieces of work`} in the background gave up.{" "}
            <a href="/desk/failures">See what it was</a>
          </p>
        </Notice>
      )}
      {keptMails > 0 && (
        <Notice tone="warning">
          <p>
            No mail server is set, so {keptMails === 1 ? "one mail waits" : `${keptMails} mails wait`} in the{" "}
            <a href="/desk/outbox">outbox</a> instead of going out.
          </p>
        </Notice>
      )}
    </>
  );
}
