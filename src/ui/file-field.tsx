import { describedBy, Field, type FieldProps, fieldId } from "./field.tsx";

export type FileFieldProps = FieldProps & {
  /** Types or endings for the file chooser; the server looks at the content itself. */
  accept?: string;
  multiple?: boolean;
};

export function FileField(props: FileFieldProps) {
  return (
    <Field {...props}>
      <input
        id={fieldId(props.name)}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        required={!props.optional}
        {...describedBy(props)}
      />
    </Field>
  );
}
