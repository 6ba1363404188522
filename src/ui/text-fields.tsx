import { describedBy, Field, type FieldProps, fieldId } from "./field.tsx";

export type TextFieldProps = FieldProps & {
  value?: string;
  type?:
    | "text"
    | "email"
    | "url"
    | "search"
    | "tel"
    | "date"
    | "time"
    | "datetime-local"
    | "number"
    | "color";
  /** The browser may fill it in: "name", "email", "organization", … */
  autocomplete?: string;
  inputmode?: "numeric" | "decimal" | "email" | "url";
  width?: "short" | "medium";
  /** For numbers and dates. */
  min?: string;
  max?: string;
  step?: string;
  /** Suggestions a person may take or leave. */
  suggestions?: string[];
};

export function TextField(props: TextFieldProps) {
  const id = fieldId(props.name);
  const { suggestions } = props;
  return (
    <Field {...props}>
      <input
        id={id}
        name={props.name}
        type={props.type ?? "text"}
        value={props.value}
        class={props.width && `width-${props.width}`}
        required={!props.optional}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        min={props.min}
        max={props.max}
        step={props.step}
        list={suggestions && `${id}-list`}
        {...describedBy(props)}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((value) => (
            <option value={value} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** A browser drops the first line break inside a textarea, so a text that begins with one gets another. */
function keepingFirstBreak(value: string | undefined): string | undefined {
  return value && /^[\r\n]/.test(value) ? `\n${value}` : value;
}

export type TextAreaProps = FieldProps & {
  value?: string;
  rows?: number;
  /** Characters we accept. Shown while typing and checked on the server; never cuts what was pasted. */
  most?: number;
};

export function TextArea(props: TextAreaProps) {
  const id = fieldId(props.name);
  const area = (
    <textarea
      id={id}
      name={props.name}
      rows={props.rows ?? 5}
      required={!props.optional}
      {...describedBy(props, props.most ? `${id}-count` : "")}
    >
      {keepingFirstBreak(props.value)}
    </textarea>
  );
  if (!props.most) return <Field {...props}>{area}</Field>;
  return (
    <Field {...props}>
      <char-count most={String(props.most)}>
        {area}
        <p class="field-note" id={`${id}-count`}>
          Up to {props.most.toLocaleString("en-US")} characters.
        </p>
      </char-count>
    </Field>
  );
}
