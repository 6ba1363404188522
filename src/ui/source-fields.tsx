import type { Problems } from "#base/outcome.ts";
import { FieldsRow } from "./form.tsx";
import { TextField } from "./text-fields.tsx";

export type SourceFieldsProps = {
  /** `source` → fields `source-0-name`, `source-0-url`, `source-0-note`, … */
  prefix: string;
  /** The group's question: "Where the facts come from". */
  legend: string;
  /** One row: "Source". */
  row: string;
  hint: string;
  /** How many rows to show, empty ones among them. */
  rows: number;
  /** What was typed, by field. */
  value: (name: string) => string;
  problems: Problems;
  /** Labels for name, address and note. */
  labels?: readonly [string, string, string];
};

/** A few rows of name, address and note; an empty row is left out. Saving brings two more. */
export function SourceFields(props: SourceFieldsProps) {
  const { prefix, rows, value, problems } = props;
  const [name, url, note] = props.labels ?? ["Name", "Address", "Note"];
  const one = (index: number, field: string, label: string) => ({
    name: `${prefix}-${index}-${field}`,
    value: value(`${prefix}-${index}-${field}`),
    label,
    problems,
    optional: true,
  });
  return (
    <fieldset class="field row-fields">
      <legend>{props.legend}</legend>
      <p class="hint">{props.hint}</p>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be read out twice
        <div role="group" aria-label={`${props.row} ${index + 1}`}>
          <FieldsRow>
            <TextField {...one(index, "name", name)} />
            <TextField {...one(index, "url", url)} type="url" />
          </FieldsRow>
          <TextField {...one(index, "note", note)} />
        </div>
      ))}
    </fieldset>
  );
}
