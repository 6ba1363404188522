import type { Problems } from "#base/outcome.ts";
import { CountyPicker } from "#features/places/public.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, ButtonLink, Buttons } from "#ui/button.tsx";
import { Select } from "#ui/choice-fields.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { REGIONS_PATH, regionPath } from "../paths.ts";
import type { Region } from "../queries.ts";
import { ShownField } from "./shown-field.tsx";

export interface RegionFormProps {
  /** The one to change; without it, one is named. */
  region?: Region;
  values: FormValues;
  /** What somebody else saved while this form was open. */
  theirs?: FormValues;
  partnerships: { name: string; slug: string }[];
  problems: Problems;
}

/** Names a region, or changes one. */
export function RegionForm({ region, values, theirs, partnerships, problems }: RegionFormProps) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  const back = region ? regionPath(region.slug) : REGIONS_PATH;
  return (
    <>
      <PageHead
        title={region ? "Change the region" : "Name a region"}
        trail={[
          { href: REGIONS_PATH, label: "Regions" },
          ...(region ? [{ href: back, label: region.name }] : []),
        ]}
        lede={
          region
            ? "Other counties make a new shape. What your team decided on an earlier one stays as it is, and both can be read."
            : "Begin with the counties between which people commute and companies trade, rather than with the lines of an office. You can change them once the industry is known."
        }
      />
      <ErrorSummary problems={problems} />
      {theirs && <StaleNotice fields={fieldsOf(theirs, values)} />}
      <Form
        action={region ? regionPath(region.slug, "edit") : REGIONS_PATH}
        keep={region ? `region-${region.id}-${textOf(values, "version")}` : "region-new"}
        guard
      >
        {region && <Hidden name="version" value={textOf(values, "version")} />}
        <TextField
          {...field("name")}
          label="Name"
          hint="As people there call it: Sheridan and Johnson, Rio Grande Valley."
        />
        <CountyPicker
          name="counties"
          problems={problems}
          label="Counties"
          values={textOf(values, "counties").split(/\r?\n/).filter(Boolean)}
          states={region?.states ?? []}
        />
        {region && (
          <TextField
            {...field("why")}
            label="Why the counties change"
            hint="Stands beside the earlier shape. Leave it empty where they stay the same."
            optional
          />
        )}
        <TextArea
          {...field("note")}
          label="Note"
          rows={3}
          most={600}
          hint="What holds these counties together, for whoever comes to the page."
          optional
        />
        {partnerships.length > 0 && (
          <Select
            {...field("partnership")}
            label="Partnership"
            hint="Where the region belongs to a partnership that you look after."
            options={partnerships.map(({ name, slug }) => ({ value: slug, label: name }))}
            blank="None"
            optional
          />
        )}
        <ShownField
          label="Who may see the region"
          hint="Choices and decisions have their own answer to this."
          value={textOf(values, "shown")}
          problems={problems}
        />
        <Buttons>
          <Button>{region ? "Save" : "Save the region"}</Button>
          <ButtonLink href={back} look="plain">
            Cancel
          </ButtonLink>
        </Buttons>
      </Form>
      {region && (
        <Fold title="Named by mistake?">
          <Form action={regionPath(region.slug, "removal")} bare>
            <p class="measure">
              It can be taken away, with its team and what was begun on it, as long as nothing was decided.
            </p>
            <ConfirmStep question={`Take the region ${region.name} away?`}>
              <Button look="danger">Take it away</Button>
            </ConfirmStep>
          </Form>
        </Fold>
      )}
    </>
  );
}

const LABELS = { name: "Name", counties: "Counties", note: "Note", shown: "Who may see it" };

function fieldsOf(theirs: FormValues, yours: FormValues) {
  return Object.entries(LABELS).map(([name, label]) => ({
    label,
    theirs: textOf(theirs, name),
    yours: textOf(yours, name),
  }));
}
