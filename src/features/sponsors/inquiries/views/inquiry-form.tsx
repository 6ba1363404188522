import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { PROOF_FIELD, TRAP_FIELD } from "#platform/http/gate.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Trap } from "#ui/form.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { Opportunity } from "../../opportunities/queries.ts";

export function InquiryFields(props: {
  opportunities: Opportunity[];
  values: FormValues;
  problems: Problems;
}) {
  const { opportunities, values, problems } = props;
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <ErrorSummary problems={problems} />
      <Form action="/sponsors/inquiries" keep="sponsor-inquiry">
        <TextField {...field("name")} label="Your name" autocomplete="name" />
        <TextField {...field("organization")} label="Your organization" autocomplete="organization" />
        <TextField
          {...field("email")}
          label="Your e-mail address"
          type="email"
          autocomplete="email"
          hint="We use it to answer you and for nothing else."
        />
        {opportunities.length > 0 && (
          <RadioGroup
            {...field("opportunity")}
            label="What would you like to support?"
            optional
            options={[
              ...opportunities.map(({ slug, name }) => ({ value: slug, label: name })),
              { value: "", label: "I am not sure yet" },
            ]}
          />
        )}
        <TextArea {...field("message")} label="What would you like to know?" rows={6} most={5_000} />
        <Trap name={TRAP_FIELD} />
        <proof-of-work src="/proof" field={PROOF_FIELD} />
        <Button>Send the question</Button>
      </Form>
    </>
  );
}
