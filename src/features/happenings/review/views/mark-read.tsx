import { Button } from "#ui/button.tsx";
import { Form, Hidden } from "#ui/form.tsx";

/** The changes stay in view until the editor says so, however often the page is opened. */
export function MarkRead({ path, version }: { path: string; version: number }) {
  return (
    <Form action={`${path}/reading`} bare>
      <Hidden name="version" value={version} />
      <Button look="quiet" compact icon="check">
        I have read the changes
      </Button>
    </Form>
  );
}
