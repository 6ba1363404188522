import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Button, Buttons } from "#ui/button.tsx";
import type { Hue } from "#ui/chip.tsx";
import { Checkbox } from "#ui/choice-fields.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { FieldsRow, Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { HUE_NAMES, HueField, IconField } from "#ui/look-fields.tsx";
import { Notice } from "#ui/notice.tsx";
import { StaleNotice } from "#ui/stale-notice.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import type { Sector } from "../queries.ts";
import { type Overlap, SECTOR_ICONS, titledCodes } from "../rules.ts";

export interface SectorFormProps {
  /** What is being changed; without it something new is added. */
  existing?: Sector | undefined;
  values: FormValues;
  problems: Problems;
  overlaps: Overlap[];
  saved?: boolean;
  /** What stands now, where somebody else saved it meanwhile. */
  theirs?: FormValues | undefined;
}

const LABELS = {
  name: "Name",
  description: "Description",
  hue: "Color",
  icon: "Icon",
  includePublicOwnership: "Government employers count too",
  codes2017: "Codes of NAICS 2017",
  codes2022: "Codes of NAICS 2022",
};

export function SectorFormPage(props: SectorFormProps) {
  const { existing, values, problems, theirs } = props;
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
        title={existing ? `Change ${existing.name}` : "Add a sector"}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/sectors", label: "Sectors" },
        ]}
      />
      {props.saved && (
        <Notice tone="success" live>
          <p>Saved.</p>
          <TypedSent name="sector" />
        </Notice>
      )}
      {theirs && (
        <StaleNotice
          fields={Object.entries(LABELS).map(([name, label]) => ({
            label,
            theirs: wordsOf(name, textOf(theirs, name)),
            yours: wordsOf(name, textOf(values, name)),
          }))}
        />
      )}
      <Overlaps overlaps={props.overlaps} />
      <Form
        action={existing ? `/desk/sectors/${existing.id}` : "/desk/sectors"}
        keep={existing ? undefined : "sector"}
      >
        <Hidden name="version" value={textOf(values, "version")} />
        <TextField {...field("name")} />
        <TextField {...field("description")} hint="One sentence: which work belongs to it." />
        <HueField {...field("hue")} hint="Of its stamps and labels. Two sectors may have the same." />
        <IconField {...field("icon")} icons={SECTOR_ICONS} />
        <h2>Industries</h2>
        <p class="hint">
          The codes of the North American Industry Classification System, one on each line, such as 62, 31-33
          or 621112. What stands behind a code is not read: its title is put there when you save. Figures up
          to 2021 are published under the codes of 2017, later ones under those of 2022. Most codes are the
          same in both.
        </p>
        <FieldsRow>
          <TextArea {...field("codes2017")} optional rows={8} />
          <TextArea {...field("codes2022")} optional rows={8} />
        </FieldsRow>
        <Checkbox
          name="includePublicOwnership"
          label={LABELS.includePublicOwnership}
          checked={textOf(values, "includePublicOwnership") !== ""}
          problems={problems}
          hint="For industries that public bodies run as well, such as hospitals and schools."
        />
        <Buttons>
          <Button>{existing ? "Save" : "Add the sector"}</Button>
        </Buttons>
      </Form>
    </>
  );
}

/** A field's value as this page shows it. */
function wordsOf(name: string, value: string): string {
  if (name === "hue") return HUE_NAMES[value as Hue] ?? value;
  if (name === "icon") return SECTOR_ICONS.find((icon) => icon.name === value)?.label ?? value;
  if (name === "includePublicOwnership") return value ? "Yes" : "No";
  return value;
}

function Overlaps({ overlaps }: { overlaps: Overlap[] }) {
  if (overlaps.length === 0) return null;
  return (
    <Notice tone="info" title="Shares industries with other sectors">
      <p>That is fine. Only do not add their figures up: the same jobs would count twice.</p>
      <ul>
        {overlaps.map(({ sector, codes }) => (
          <li>
            <a href={`/desk/sectors/${sector.id}`}>{sector.name}</a>: {titledCodes(codes).join("; ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
