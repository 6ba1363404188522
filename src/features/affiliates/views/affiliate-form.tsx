import type { Problems } from "#base/outcome.ts";
import { SOURCE_FIELDS } from "#base/source.ts";
import { allStates, CountyPicker } from "#features/places/public.ts";
import { rowsToShow } from "#platform/http/form-rows.ts";
import { type FormValues, listOf, textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { SourceFields } from "#ui/source-fields.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { LEAD_FIELDS, MOST_LEADS, MOST_SOURCES } from "../forms.ts";
import type { Affiliate } from "../queries.ts";
import { KIND_WORDS } from "../rules.ts";
import { AFFILIATE_KINDS } from "../tables.ts";
import { LeadFields } from "./lead-fields.tsx";

const TRAIL = [
  { href: "/desk", label: "Desk" },
  { href: "/desk/affiliates", label: "Affiliates" },
];

const LABELS: Record<string, string> = {
  name: "Name",
  kind: "What it is",
  state: "State",
  counties: "Counties",
  summary: "Summary",
  story: "Story",
  url: "Link",
  joinedOn: "With the model since",
  leftOn: "Until",
};

export interface AffiliateFormProps {
  existing?: Affiliate | undefined;
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs?: FormValues | undefined;
  problems: Problems;
}

export function AffiliateFormPage({ existing, values, theirs, problems }: AffiliateFormProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const state = textOf(values, "state");
  return (
    <>
      <PageHead title={existing ? `Change ${existing.name}` : "Add an affiliate"} trail={TRAIL} />
      <ErrorSummary problems={problems} />
      {theirs && <Stale theirs={theirs} values={values} />}
      <Form action={existing ? `/desk/affiliates/${existing.id}` : "/desk/affiliates"} guard>
        <Hidden name="version" value={textOf(values, "version")} />
        <TextField {...field("name")} label="Name" />
        <RadioGroup
          {...field("kind")}
          label="What it is"
          options={AFFILIATE_KINDS.map((kind) => ({
            value: kind,
            label: KIND_WORDS[kind].one,
            hint: KIND_WORDS[kind].hint,
          }))}
        />
        <Select
          {...field("state")}
          label="State"
          optional
          blank="None"
          hint="The state it is, or lies in. An organization of the whole country has none."
          options={allStates().map(({ code, name }) => ({ value: code, label: name }))}
        />
        <CountyPicker
          name="counties"
          label="Counties"
          optional
          hint="For a region; it may reach across state lines."
          values={listOf(values, "counties").flatMap((text) => text.split("\n"))}
          states={state ? [state] : []}
          problems={problems}
        />
        <FieldsRow>
          <TextField
            {...field("joinedOn")}
            label="With the model since"
            optional
            width="short"
            hint="As far as it is known: 2018, 2018-03 or 2018-03-14."
          />
          <TextField
            {...field("leftOn")}
            label="Until"
            optional
            width="short"
            hint="Only where it has left the network."
          />
        </FieldsRow>
        <TextArea {...field("summary")} label="Summary" rows={2} most={240} optional />
        <TextArea {...field("story")} label="Story" rows={8} most={10_000} optional />
        <TextField {...field("url")} label="Link" type="url" optional hint="Starts with https://" />
        <LeadFields
          rows={rowsToShow(values, "lead", LEAD_FIELDS, MOST_LEADS, 1)}
          values={values}
          problems={problems}
        />
        <SourceFields
          prefix="source"
          legend="Where the facts come from"
          row="Source"
          hint="Readers see them. What has no source is better left out."
          rows={rowsToShow(values, "source", SOURCE_FIELDS, MOST_SOURCES)}
          value={(name) => textOf(values, name)}
          problems={problems}
        />
        <Button>{existing ? "Save" : "Add the affiliate"}</Button>
      </Form>
    </>
  );
}

/** What another editor saved meanwhile, field by field: leads and sources as one text each. */
function Stale({ theirs, values }: { theirs: FormValues; values: FormValues }) {
  const fields = Object.entries(LABELS).map(([name, label]) => ({
    label,
    theirs: listOf(theirs, name).join("\n"),
    yours: listOf(values, name).join("\n"),
  }));
  const joined = (of: FormValues, prefix: string) =>
    Object.keys(of)
      .filter((key) => key.startsWith(`${prefix}-`))
      .sort()
      .map((key) => textOf(of, key))
      .filter(Boolean)
      .join(", ");
  for (const [prefix, label] of [
    ["lead", "Leads"],
    ["source", "Sources"],
  ] as const)
    fields.push({ label, theirs: joined(theirs, prefix), yours: joined(values, prefix) });
  return <StaleNotice fields={fields} />;
}
