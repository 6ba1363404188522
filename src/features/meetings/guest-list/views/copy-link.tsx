import { fieldId } from "#ui/field.tsx";

/** A link as a field that is easily copied from, on a phone too. */
export function CopyLink({ url, label }: { url: string; label: string }) {
  const id = fieldId(`link-${label}`);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="text" readonly value={url} />
    </div>
  );
}
