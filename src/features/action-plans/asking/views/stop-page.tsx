import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";

export interface StopPageProps {
  partnership: string;
  action: string;
  back: string;
  done: boolean;
}

/** The end of the monthly letters for one owner; opening the page ends nothing yet. */
export function StopPage({ partnership, action, back, done }: StopPageProps) {
  if (done)
    return (
      <>
        <PageHead title="No more of these letters" />
        <Notice tone="success" title="You get no more monthly letters about actions" live>
          <p>
            {partnership} sees that you asked for it. Your actions stay in the plan; whoever works with you
            will ask in person.
          </p>
        </Notice>
      </>
    );
  return (
    <>
      <PageHead
        title="No more of these letters?"
        lede={`${partnership} asks you once a month how your actions go. Shall that end?`}
      />
      <Form action={action} bare>
        <Buttons>
          <Button>No more of these letters</Button>
          <ButtonLink href={back} look="plain">
            Keep them
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}
