import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";

export function WithdrawalPage(props: { title: string; statusHref: string; isPublic: boolean }) {
  return (
    <>
      <PageHead
        title={`Take back “${props.title}”?`}
        trail={[{ href: props.statusHref, label: "Status of your update" }]}
        lede={
          props.isPublic
            ? "It leaves the site and its feeds at once, with its documents. This cannot be undone, and we cannot call back copies that others have made."
            : "The editors stop working on it, and it is not published. This cannot be undone."
        }
      />
      <Form action={`${props.statusHref}/withdrawal`} bare>
        <Buttons>
          <Button look="danger">Take it back</Button>
          <ButtonLink look="quiet" href={props.statusHref}>
            Leave it as it is
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  );
}
