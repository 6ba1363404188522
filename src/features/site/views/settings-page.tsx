import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { describedBy, Field, type FieldProps, fieldId } from "#ui/field.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { HOUSE_COLOR, zoneGroups } from "../rules.ts";

export interface SettingsPageProps {
  values: FormValues;
  problems: Problems;
  /** A color that can be drawn: the one typed, or the house's own. */
  swatch: string;
  saved: boolean;
  /** What stands now, where somebody else saved it meanwhile. */
  theirs: FormValues | undefined;
}

const LABELS = {
  name: "Name of the site",
  tagline: "Tagline",
  description: "What this community is",
  contactEmail: "Contact address",
  postalAddress: "Postal address",
  timeZone: "Time zone",
  brandColor: "Color",
};

/** What editors decide for the whole site. */
export function SettingsPage({ values, problems, swatch, saved, theirs }: SettingsPageProps) {
  const field = <N extends keyof typeof LABELS>(name: N) => ({
    name,
    label: LABELS[name],
    value: textOf(values, name),
    problems,
  });
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead
        title="Settings"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="They are on every page, and a change shows at once."
      />
      {saved && (
        <Notice tone="success" live>
          <p>Saved. Every page shows it from now on.</p>
        </Notice>
      )}
      {theirs && (
        <StaleNotice
          fields={Object.entries(LABELS).map(([name, label]) => ({
            label,
            theirs: textOf(theirs, name),
            yours: textOf(values, name),
          }))}
        />
      )}
      <Form action="/desk/settings">
        <Hidden name="version" value={textOf(values, "version")} />
        <TextField {...field("name")} />
        <TextField {...field("tagline")} optional hint="A few words beneath the name." />
        <TextArea
          {...field("description")}
          rows={3}
          most={300}
          hint="One sentence. It stands on the home page, at the foot of every page and where others share a link."
        />
        <TextField
          {...field("contactEmail")}
          optional
          type="email"
          autocomplete="off"
          hint="Readers write to it; the pages on privacy and accessibility name it, and answers to our mail go there."
        />
        <TextArea
          {...field("postalAddress")}
          optional
          rows={3}
          hint="Stands at the foot of every page. The law asks for one on mail that goes to many people."
        />
        <TimeZoneField {...field("timeZone")} hint="Editors plan in it, and times are told in it." />
        <color-choice otherwise={HOUSE_COLOR}>
          <TextField
            {...field("brandColor")}
            optional
            width="short"
            autocomplete="off"
            hint="Of buttons, links and the mark: six digits after a #, such as #1f5fa8. Empty for the teal of the house."
          />
          <figure class="color-sample">
            <img
              src={`/brand/${swatch.slice(1)}.svg`}
              width="440"
              height="132"
              alt="A button and a link in this color, on the light page and, in a lighter shade, on the dark one."
            />
            <figcaption class="hint">At night the site takes a lighter shade of the same color.</figcaption>
          </figure>
        </color-choice>
        <Buttons>
          <Button>Save</Button>
        </Buttons>
      </Form>
    </>
  );
}

function TimeZoneField(props: FieldProps & { value: string }) {
  return (
    <Field {...props}>
      <select id={fieldId(props.name)} name={props.name} required {...describedBy(props)}>
        {zoneGroups().map(({ label, zones }) => (
          <optgroup label={label}>
            {zones.map((zone) => (
              <option value={zone.value} selected={zone.value === props.value}>
                {zone.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
