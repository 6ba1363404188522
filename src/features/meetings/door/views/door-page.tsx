import { tableTrail } from "#features/partnerships/public.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { CopyLink } from "../../guest-list/views/copy-link.tsx";
import { meetingSteps } from "../../open-meeting.ts";
import { meetingPath } from "../../paths.ts";
import type { Meeting } from "../../queries.ts";
import { QrCode } from "../../views/qr-code.tsx";

export interface DoorPageProps {
  workspace: { slug: string; name: string };
  meeting: Meeting;
  /** Absolute. */
  url: string;
  open: boolean;
}

/** For a screen or a sheet at the door: the code that guests read with their phones. */
export function DoorPage({ workspace, meeting, url, open }: DoorPageProps) {
  const to = (...rest: string[]) => meetingPath(workspace.slug, meeting.id, ...rest);
  return (
    <>
      <PageHead
        title="At the door"
        trail={tableTrail(workspace, ...meetingSteps(workspace.slug, meeting))}
        actions={<ButtonLink href={to("greeter")}>The greeter’s list</ButtonLink>}
      />
      {!open && (
        <Notice tone="info" title="The door opens on the day">
          <p>The code is right already, so it can be printed. Until then it says when the door opens.</p>
        </Notice>
      )}
      <section class="door-screen" aria-label="For the screen at the door">
        <h2>{meeting.title}</h2>
        <p class="door-ask">Welcome. Point your phone’s camera here and say that you are in.</p>
        <QrCode text={url} label="Code that leads to the check-in page" />
        <p class="door-else">No phone at hand? The greeter checks you in.</p>
      </section>
      <div class="no-print">
        <CopyLink url={url} label="Where the code leads" />
        <p class="hint">
          Whoever has this link can find a name by typing it, and see nothing else. Make another one when it
          went somewhere it should not be.
        </p>
        <Form action={to("door", "renewal")} bare>
          <ConfirmStep question="Make another code? The one that was printed or shown before opens nothing any more.">
            <p>
              <Button look="plain">Make another code; this one ends</Button>
            </p>
          </ConfirmStep>
        </Form>
      </div>
    </>
  );
}
