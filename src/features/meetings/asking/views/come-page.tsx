import type { Problems } from "#base/outcome.ts";
import { SIDES } from "#features/roster/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { PROOF_FIELD, TRAP_FIELD } from "#platform/http/gate.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choice-fields.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Trap } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { SummaryBox } from "#ui/notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { Meeting } from "../../queries.ts";
import { WhenAndWhere } from "../../views/when-and-where.tsx";

export const SIDE_CHOICES: Record<(typeof SIDES)[number], string> = {
  business: "A business of the industry",
  public: "A school, public body, chamber or other organization that supports it",
};

export interface ComePageProps {
  partnership: string;
  /** Without the link to join by: that is for guests. */
  meeting: Meeting;
  action: string;
  values: FormValues;
  problems: Problems;
}

export function ComePage({ partnership, meeting, action, values, problems }: ComePageProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <div class="guest-page">
      <PageHead
        title={meeting.title}
        meta={<span>{partnership}</span>}
        lede={meeting.purpose || "You were not invited by name, and would like to come? Ask here."}
      />
      <SummaryBox title="When and where">
        <WhenAndWhere meeting={{ ...meeting, onlineUrl: null }} />
      </SummaryBox>
      <h2>Ask to come</h2>
      <p>
        We write to your address so that you can confirm it. Then the team reads your question and answers by
        mail.
      </p>
      <ErrorSummary problems={problems} />
      <Form action={action} keep={`come-${meeting.id}`}>
        <Trap name={TRAP_FIELD} />
        <TextField {...field("name")} label="Your name" autocomplete="name" />
        <TextField {...field("company")} label="Your company or organization" autocomplete="organization" />
        <RadioGroup
          {...field("side")}
          label="For whom would you come?"
          options={SIDES.map((side) => ({ value: side, label: SIDE_CHOICES[side] }))}
        />
        <TextField {...field("email")} label="Your e-mail address" type="email" autocomplete="email" />
        <TextArea {...field("note")} label="Anything the team should know" rows={3} most={1_000} optional />
        <proof-of-work src="/proof" field={PROOF_FIELD} />
        <Button>Ask to come</Button>
      </Form>
    </div>
  );
}

export function AskedPage({ partnership, meeting }: { partnership: string; meeting: Meeting }) {
  return (
    <>
      <TypedSent name={`come-${meeting.id}`} />
      <PageHead
        title="Look into your mailbox"
        meta={<span>{partnership}</span>}
        lede="We have sent a mail to your address. Press the button in it, so that the team knows that the address is yours. If nothing is there in a few minutes, look among the unwanted mails."
      />
    </>
  );
}

export function ConfirmPage(props: { partnership: string; meeting: Meeting; action: string; done: boolean }) {
  const { partnership, meeting, action, done } = props;
  if (done)
    return (
      <PageHead
        title="Thank you for asking"
        meta={<span>{partnership}</span>}
        lede={`The team reads your question about “${meeting.title}” and answers by mail.`}
      />
    );
  return (
    <>
      <PageHead
        title="Is this your address?"
        meta={<span>{partnership}</span>}
        lede={`One press, and the team knows that you would like to come to “${meeting.title}”.`}
      />
      <Form action={action}>
        <Button>Yes, I asked this</Button>
      </Form>
    </>
  );
}
