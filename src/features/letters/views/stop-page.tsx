import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";

/** Where whoever got a letter says that they want no more of them. */
export function StopPage(props: { partnership: string; action: string; done: boolean }) {
  const { partnership, action, done } = props;
  if (done)
    return (
      <PageHead
        title="You get no more letters"
        lede={`The ${partnership} does not write to you any more through this site. If that was a slip, answer the last letter you got and say so.`}
      />
    );
  return (
    <>
      <PageHead
        title="No more letters?"
        lede={`The ${partnership} then does not write to you any more: no invitations, no follow-ups. You stay welcome at its table.`}
      />
      <Form action={action} bare>
        <Button>Send me no more letters</Button>
      </Form>
    </>
  );
}
