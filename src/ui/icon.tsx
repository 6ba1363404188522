import { iconSheet } from "./icon-sheet.ts";
import type { IconName } from "./icons.ts";

export type IconProps = {
  name: IconName;
  /** Only where no words stand beside it: what a screen reader says. */
  label?: string;
};

/** A drawing in the colour and size of the words around it; silent for screen readers unless it has a label. */
export function Icon({ name, label }: IconProps) {
  const words = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  return (
    <svg class="icon" width="20" height="20" {...words}>
      <use href={`${iconSheet.path}#${name}`} />
    </svg>
  );
}
