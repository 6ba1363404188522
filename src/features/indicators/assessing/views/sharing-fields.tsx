import type { Problems } from "#base/outcome.ts";
import { type FormValues, textOf } from "#platform/http/forms.ts";
import { Checkbox, RadioGroup } from "#ui/choice-fields.tsx";
import { Hidden } from "#ui/form.tsx";
import { LEAST } from "../../picture/cells.ts";

/** Two separate choices: who may see it, and whether it counts without a name. */
export function SharingFields({ values, problems }: { values: FormValues; problems: Problems }) {
  return (
    <>
      <Hidden name="version" value={textOf(values, "version")} />
      <RadioGroup
        name="sharedWith"
        label="Who may see what you settled on?"
        hint="The levels, your notes on them and what your page said. Never who answered what."
        options={[
          {
            value: "partnership",
            label: "Our team alone",
            hint: "Those who look after the partnership’s page. The editors of this site can open it, too.",
          },
          {
            value: "state",
            label: "Our state’s lead, too",
            hint: "Whoever leads the work in your state, to help where it helps.",
          },
          {
            value: "public",
            label: "Everyone",
            hint: "It stands on your partnership’s page, with its date.",
          },
        ]}
        value={textOf(values, "sharedWith")}
        problems={problems}
      />
      <Checkbox
        name="inPicture"
        label="Count it in the network’s picture, without our name"
        hint={`Only sums are shown, never of fewer than ${LEAST} partnerships. The picture changes when at least ${LEAST} have come or gone, so it may take a while until yours is in it, or out again.`}
        checked={textOf(values, "inPicture") !== ""}
        problems={problems}
      />
    </>
  );
}
