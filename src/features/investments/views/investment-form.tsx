import type { Problems } from "#base/outcome.ts";
import { allStates } from "#features/places/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { Investment } from "../queries.ts";
import type { Told } from "../rules.ts";

const TRAIL = [
  { href: "/desk", label: "Desk" },
  { href: "/desk/investments", label: "Investments" },
];

const LABELS: Record<string, string> = {
  investor: "Who",
  state: "State",
  dollars: "How much",
  atLeast: "More than that",
  inKind: "In kind",
  fromYear: "From",
  toYear: "To",
  yearsNote: "Years, as the source has them",
  purpose: "For what",
  cameOfIt: "What came of it",
  partOf: "Part of",
  sourceName: "Source",
  sourceUrl: "Its address",
  sourceNote: "Note on it",
};

export interface InvestmentFormProps {
  existing?: Investment | undefined;
  values: FormValues;
  theirs?: FormValues | undefined;
  problems: Problems;
  /** What it could be part of. */
  others: readonly Told[];
}

export function InvestmentFormPage({ existing, values, theirs, problems, others }: InvestmentFormProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const box = (name: string) => ({ name, checked: textOf(values, name) !== "", problems });
  return (
    <>
      <PageHead title={existing ? `Change ${existing.investor}` : "Add an investment"} trail={TRAIL} />
      <ErrorSummary problems={problems} />
      {theirs && (
        <StaleNotice
          fields={Object.entries(LABELS).map(([name, label]) => ({
            label,
            theirs: textOf(theirs, name),
            yours: textOf(values, name),
          }))}
        />
      )}
      <Form action={existing ? `/desk/investments/${existing.id}` : "/desk/investments"} guard>
        <Hidden name="version" value={textOf(values, "version")} />
        <TextField {...field("investor")} label="Who invested" />
        <Select
          {...field("state")}
          label="State"
          optional
          blank="No one state"
          options={allStates().map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField
          {...field("dollars")}
          label="How much, in dollars"
          optional
          width="medium"
          hint="1,600,000 or 1.6 million. Leave it empty where the source does not tell it."
        />
        <Checkbox {...box("atLeast")} label="The source says “more than”" />
        <Checkbox {...box("inKind")} label="In kind" hint="Rooms, staff, equipment rather than money." />
        <FieldsRow>
          <TextField {...field("fromYear")} label="From year" optional width="short" inputmode="numeric" />
          <TextField {...field("toYear")} label="To year" optional width="short" inputmode="numeric" />
        </FieldsRow>
        <TextField
          {...field("yearsNote")}
          label="What the source says of the years"
          optional
          hint="Where it does not name them: “in two years”, for instance."
        />
        <TextArea {...field("purpose")} label="What it was for" rows={2} most={500} />
        <TextArea {...field("cameOfIt")} label="What came of it" rows={4} most={2_000} optional />
        <Select
          {...field("partOf")}
          label="Part of"
          optional
          blank="Nothing else: it counts by itself"
          hint="A grant that was paid out of a program is counted inside the program, and never added a second time."
          options={others.map(({ id, stateCode, investor, purpose }) => ({
            value: id,
            label: `${stateCode ? `${stateCode.toUpperCase()}: ` : ""}${investor}, ${shortened(purpose)}`,
          }))}
        />
        <TextField {...field("sourceName")} label="Source" hint="Where one can read about it." />
        <TextField
          {...field("sourceUrl")}
          label="Its address"
          type="url"
          optional
          hint="Starts with https://"
        />
        <TextField {...field("sourceNote")} label="Note on the source" optional />
        {(problems.toldApart || textOf(values, "toldApart") !== "") && (
          <Checkbox
            {...box("toldApart")}
            label="It is other money"
            hint="You have looked at the other entry, and both count."
          />
        )}
        <Button>{existing ? "Save" : "Add the investment"}</Button>
      </Form>
    </>
  );
}

function shortened(text: string): string {
  return text.length > 70 ? `${text.slice(0, 67)}…` : text;
}
