import { textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/choice-fields.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { TextArea, TextField } from "#ui/text-fields.tsx";
import { type EditProps, StaleFields } from "../../views/sponsor-form.tsx";
import type { Opportunity } from "../queries.ts";

const LABELS = { name: "Name", season: "Season", summary: "Summary", paragraph: "Description" };

export function OpportunityFormPage({ existing, values, theirs, problems }: EditProps<Opportunity>) {
  const field = (name: string) => ({ name, value: textOf(values, name), problems });
  return (
    <>
      <PageHead
        title={existing ? `Change ${existing.name}` : "Add something to support"}
        trail={[
          { href: "/desk", label: "Desk" },
          { href: "/desk/sponsors", label: "Sponsors" },
        ]}
      />
      <ErrorSummary problems={problems} />
      <StaleFields labels={LABELS} theirs={theirs} values={values} />
      <Form action={existing ? `/desk/opportunities/${existing.id}` : "/desk/opportunities"} guard>
        <Hidden name="version" value={textOf(values, "version")} />
        <TextField {...field("name")} label="What can be supported" />
        <TextField
          {...field("season")}
          label="Season"
          optional
          width="short"
          hint="A year or two, such as 2019."
        />
        <TextField {...field("summary")} label="Summary" hint="One sentence." />
        <TextArea {...field("paragraph")} label="Description" rows={8} most={4_000} />
        <Checkbox
          name="open"
          label="Show it on the sponsors page"
          checked={textOf(values, "open") !== ""}
          problems={problems}
        />
        <Button>{existing ? "Save" : "Add it"}</Button>
      </Form>
    </>
  );
}
