import type { Problems } from "#base/outcome.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { TextField } from "#ui/text-fields.tsx";

export type FirstEditorPageProps = { action: string; name: string; email: string; problems?: Problems };

export function FirstEditorPage({ action, name, email, problems = {} }: FirstEditorPageProps) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Become the first editor"
        lede="Editors read what people share, publish it, and invite other editors. This site has none yet."
      />
      <Form action={action}>
        <TextField
          name="name"
          autocomplete="name"
          label="Your name"
          hint="People who share updates see it when you write to them."
          value={name}
          problems={problems}
        />
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          label="Your e-mail address"
          hint="Later sign-in links go there, so please read it over once more."
          value={email}
          problems={problems}
        />
        <Buttons>
          <Button>Start editing</Button>
        </Buttons>
      </Form>
    </>
  );
}
