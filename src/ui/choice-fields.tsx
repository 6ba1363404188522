import type { Child } from "hono/jsx";
import { describedBy, Field, FieldGroup, type FieldProps, fieldId } from "./field.tsx";

export type Choice = { value: string; label: string; hint?: Child };

export type SelectProps = FieldProps & {
  options: Choice[];
  value?: string;
  /** The first entry, standing for "nothing chosen". */
  blank?: string;
  width?: "short" | "medium";
};

export function Select(props: SelectProps) {
  return (
    <Field {...props}>
      <select
        id={fieldId(props.name)}
        name={props.name}
        class={props.width && `width-${props.width}`}
        required={!props.optional}
        {...describedBy(props)}
      >
        {props.blank !== undefined && <option value="">{props.blank}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export type CheckboxGroupProps = FieldProps & {
  options: Choice[];
  values?: string[];
  /** In columns where there is room. */
  columns?: boolean;
};

/** Several of several: each ticked box sends `name=value`. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  return <Choices {...props} type="checkbox" chosen={props.values ?? []} />;
}

export type RadioGroupProps = FieldProps & { options: Choice[]; value?: string; columns?: boolean };

/** One of several. */
export function RadioGroup(props: RadioGroupProps) {
  return <Choices {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />;
}

type ChoicesProps = FieldProps & {
  type: "checkbox" | "radio";
  options: Choice[];
  chosen: string[];
  columns?: boolean;
};

function Choices(props: ChoicesProps) {
  const id = fieldId(props.name);
  return (
    <FieldGroup {...props}>
      <div class={props.columns ? "choices columns" : "choices"}>
        {props.options.map((option, index) => (
          <label class="choice">
            <input
              id={index === 0 ? id : `${id}-${index}`}
              type={props.type}
              name={props.name}
              value={option.value}
              checked={props.chosen.includes(option.value)}
            />
            <span>{option.label}</span>
            {option.hint && <span class="hint">{option.hint}</span>}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

export type CheckboxProps = Omit<FieldProps, "optional"> & { checked?: boolean; value?: string };

/** One yes or no; sends `name=yes` when ticked. */
export function Checkbox(props: CheckboxProps) {
  const id = fieldId(props.name);
  const wrong = props.problems?.[props.name] ?? [];
  return (
    <div class={wrong.length > 0 ? "field wrong" : "field"}>
      {wrong.length > 0 && (
        <p class="field-problem" id={`${id}-problem`}>
          <span class="visually-hidden">Error: </span>
          {wrong.join(" ")}
        </p>
      )}
      <label class="choice">
        <input
          id={id}
          type="checkbox"
          name={props.name}
          value={props.value ?? "yes"}
          checked={props.checked}
          {...describedBy(props)}
        />
        <span>{props.label}</span>
        {props.hint && (
          <span class="hint" id={`${id}-hint`}>
            {props.hint}
          </span>
        )}
      </label>
    </div>
  );
}
