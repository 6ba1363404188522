import type { Child } from "hono/jsx";
import type { Problems } from "#base/outcome.ts";

/** What every kind of field is told. */
export type FieldProps = {
  /** The key in the form's data and in its problems. */
  name: string;
  label: string;
  /** Which one of several fields alike, where its place says so to the eye: read out after the label, and not seen. */
  about?: string;
  /** One line under the label: what we ask for and why. */
  hint?: Child;
  /** Marks the label; a field is required unless it says so. Many alike may be told of once above them instead. */
  optional?: boolean | "told above";
  /** The problems of the whole form; the field picks its own. */
  problems?: Problems;
};

/** The id of the first control of a field, which the error summary links to. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, "-")}`;
}

export function problemsOf(field: { name: string; problems?: Problems }): string[] {
  return field.problems?.[field.name] ?? [];
}

/** Attributes that tie a control to its hint and its problem. `more` are ids of further descriptions. */
export function describedBy(field: FieldProps, ...more: string[]) {
  const id = fieldId(field.name);
  const wrong = problemsOf(field).length > 0;
  const ids = [field.hint ? `${id}-hint` : "", wrong ? `${id}-problem` : "", ...more].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": wrong ? ("true" as const) : undefined,
  };
}

/** Label above, hint, problem, then the control: one column, always the same order. */
export function Field(props: FieldProps & { children: Child }) {
  const id = fieldId(props.name);
  return (
    <div class={problemsOf(props).length > 0 ? "field wrong" : "field"}>
      <label for={id}>
        <LabelText {...props} />
      </label>
      <FieldNotes {...props} />
      {props.children}
    </div>
  );
}

/** The same for several controls under one question. */
export function FieldGroup(props: FieldProps & { children: Child }) {
  return (
    <fieldset class={problemsOf(props).length > 0 ? "field wrong" : "field"} {...describedBy({ ...props })}>
      <legend>
        <LabelText {...props} />
      </legend>
      <FieldNotes {...props} />
      {props.children}
    </fieldset>
  );
}

function LabelText({ label, about, optional }: FieldProps) {
  return (
    <>
      {label}
      {about && <span class="visually-hidden"> ({about})</span>}
      {optional === true && <span class="optional"> (optional)</span>}
    </>
  );
}

function FieldNotes(props: FieldProps) {
  const id = fieldId(props.name);
  const problems = problemsOf(props);
  return (
    <>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {problems.length > 0 && (
        <p class="field-problem" id={`${id}-problem`}>
          <span class="visually-hidden">Error: </span>
          {problems.join(" ")}
        </p>
      )}
    </>
  );
}
