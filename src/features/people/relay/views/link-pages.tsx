import { Button, Buttons } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";

/** Opening a mail's link changes nothing, since mail scanners open links too; the button does. */
export function ConfirmLetterPage({ to, action }: { to: string; action: string }) {
  return (
    <>
      <PageHead
        title={`Your letter to ${to}`}
        lede="Press the button to confirm that you wrote it. Then it goes on its way."
      />
      <Form action={action} bare>
        <Button icon="send">Pass my letter on</Button>
      </Form>
    </>
  );
}

export function StopPage({ writer, to, action }: { writer: string; to: string; action: string }) {
  return (
    <>
      <PageHead
        title="No more letters"
        lede={`${writer} wrote to ${to} through this site. From whom would you like no more letters?`}
      />
      <Form action={action}>
        <RadioGroup
          name="from"
          label="No more letters"
          value="writer"
          options={[
            { value: "writer", label: `from ${writer}` },
            {
              value: "everybody",
              label: "from anybody",
              hint: "Nobody is told. You can change your mind later.",
            },
          ]}
        />
        <Buttons>
          <Button>Stop them</Button>
        </Buttons>
      </Form>
    </>
  );
}

export function StoppedPage({ from, writer }: { from: "writer" | "everybody"; writer: string }) {
  return (
    <PageHead
      title="That is settled"
      lede={
        from === "writer"
          ? `No letter from ${writer} comes to you through this site any more. They are not told.`
          : "No letters come to you through this page any more. If you change your mind, you say so in your profile, or tell whoever looks after the partnership's page."
      }
    />
  );
}
