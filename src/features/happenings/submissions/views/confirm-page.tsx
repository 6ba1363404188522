import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { SummaryBox } from "#ui/notice.tsx";

/** Opened from the mail. Only the button confirms, for mail scanners open links too. */
export function ConfirmPage(props: { action: string; title: string; summary: string; name: string }) {
  return (
    <>
      <PageHead title="Is this from you?" lede="Press the button, and the editors get to see it." />
      <div class="stack">
        <SummaryBox title={props.title}>
          <p>{props.summary}</p>
          <p class="quiet-text">Sent in by {props.name}</p>
        </SummaryBox>
        <Form action={props.action} bare>
          <Button icon="check">Yes, confirm it</Button>
        </Form>
        <p>If you did not send this, close the page. Without the confirmation it is deleted, unread.</p>
      </div>
    </>
  );
}
