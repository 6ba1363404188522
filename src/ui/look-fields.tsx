import type { Child } from "hono/jsx";
import { type Hue, hues } from "./chip.tsx";
import { FieldGroup, type FieldProps, fieldId } from "./field.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

/** What the hues of hues.css are called where a person chooses one. */
export const HUE_NAMES: Record<Hue, string> = {
  healthcare: "Raspberry",
  manufacturing: "Blue",
  technology: "Violet",
  logistics: "Rust",
  textiles: "Plum",
  outdoor: "Green",
  agriculture: "Olive",
  construction: "Ochre",
  energy: "Brick",
  hospitality: "Teal",
  cross: "Slate",
};

/** One of the hues, each shown and named: color never speaks alone. */
export function HueField(props: FieldProps & { value?: string }) {
  return (
    <Looks
      {...props}
      looks={hues.map((hue) => ({
        value: hue,
        label: HUE_NAMES[hue],
        sample: <span class={`swatch hue-${hue}`} />,
      }))}
    />
  );
}

/** One of some drawings, each with its name. */
export function IconField(
  props: FieldProps & { value?: string; icons: readonly { name: IconName; label: string }[] },
) {
  return (
    <Looks
      {...props}
      looks={props.icons.map(({ name, label }) => ({ value: name, label, sample: <Icon name={name} /> }))}
    />
  );
}

function Looks(
  props: FieldProps & { value?: string; looks: { value: string; label: string; sample: Child }[] },
) {
  const id = fieldId(props.name);
  return (
    <FieldGroup {...props}>
      <div class="looks">
        {props.looks.map(({ value, label, sample }, index) => (
          <label class="choice">
            <input
              id={index === 0 ? id : `${id}-${index}`}
              type="radio"
              name={props.name}
              value={value}
              checked={value === props.value}
            />
            <span class="look">
              {sample}
              {label}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
