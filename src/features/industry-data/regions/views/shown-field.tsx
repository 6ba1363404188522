import type { Problems } from "#base/outcome.ts";
import { RadioGroup } from "#ui/choice-fields.tsx";

export interface ShownFieldProps {
  label: string;
  hint?: string;
  value: string;
  problems: Problems;
}

/** Who may see a region, or what its team decided. */
export function ShownField({ label, hint, value, problems }: ShownFieldProps) {
  return (
    <RadioGroup
      name="shown"
      label={label}
      {...(hint ? { hint } : {})}
      options={[
        { value: "team", label: "Your team", hint: "And the editors of this site, who help when asked." },
        {
          value: "state",
          label: "Your team and your state’s lead",
          hint: "Where it reaches into several states, the lead of each.",
        },
        { value: "everyone", label: "Everyone" },
      ]}
      value={value}
      problems={problems}
    />
  );
}
