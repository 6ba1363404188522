import type { Problems } from "#base/outcome.ts";
import { allStates } from "#features/places/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { organizationPath } from "../filter.ts";
import { ORGANIZATION_KIND_WORDS, ORGANIZATION_KINDS } from "../kinds.ts";
import type { Organization } from "../queries.ts";

const LABELS = {
  name: "Name",
  alsoKnownAs: "Other names",
  kind: "Kind",
  stateCode: "State",
  place: "Place",
  url: "Website",
  source: "Source",
};

const TRAIL = [
  { href: "/desk", label: "Desk" },
  { href: "/desk/organizations", label: "Organizations" },
];

export interface OrganizationFormProps {
  /** What is being changed; without it something new is added. */
  existing?: Organization | undefined;
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs?: FormValues | undefined;
  problems: Problems;
}

export function OrganizationFormPage({ existing, values, theirs, problems }: OrganizationFormProps) {
  const field = (name: keyof typeof LABELS) => ({
    name,
    label: LABELS[name],
    value: textOf(values, name),
    problems,
  });
  return (
    <>
      <PageHead
        title={existing ? `Change ${existing.name}` : "Add an organization"}
        trail={TRAIL}
        {...(existing ? { meta: <a href={organizationPath(existing)}>See its page</a> } : {})}
      />
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
      <Form action={existing ? `/desk/organizations/${existing.id}` : "/desk/organizations"}>
        <Hidden name="version" value={textOf(values, "version")} />
        <TextField {...field("name")} />
        <TextArea
          {...field("alsoKnownAs")}
          optional
          rows={2}
          hint="Short forms and earlier names, one on each line. Whoever types one of them means this organization."
        />
        <Select
          {...field("kind")}
          blank="Choose"
          options={ORGANIZATION_KINDS.map((kind) => ({
            value: kind,
            label: ORGANIZATION_KIND_WORDS[kind].one,
          }))}
        />
        <Select
          {...field("stateCode")}
          optional
          blank="Not one state"
          options={allStates().map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField {...field("place")} optional hint="Town or address, such as Lincoln." />
        <TextField {...field("url")} type="url" optional hint="Starts with https://" />
        <TextField
          {...field("source")}
          optional
          hint="Where these facts come from, if not from the organization."
        />
        <Buttons>
          <Button>{existing ? "Save" : "Add the organization"}</Button>
        </Buttons>
      </Form>
    </>
  );
}
