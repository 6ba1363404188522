import { dayOf } from "#base/local-time.ts";
import { textOf } from "#platform/http/forms.ts";
import { Button } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { TextField } from "#ui/text-fields.tsx";
import type { ReviewState } from "./review-state.ts";

/** For old news that was never here: its address is then in the year it was. */
export function DatedPublicationFold({ item, values, problems }: ReviewState) {
  return (
    <Fold title="Publish with an earlier date" open={problems.dated !== undefined}>
      <Form action={`/desk/happenings/${item.id}/publication`}>
        <Hidden name="version" value={item.version} />
        <Hidden name="stage" value={item.stage} />
        <TextField
          name="dated"
          value={textOf(values, "dated")}
          problems={problems}
          label="When it was"
          hint="As much as is known: 2018-03-14, 2018-03 or 2018."
          width="short"
        />
        <TextField
          name="dateNote"
          value={textOf(values, "dateNote")}
          problems={problems}
          label="Note on the date"
          optional
        />
        <Button compact>Publish it so dated</Button>
      </Form>
    </Fold>
  );
}

const LENGTHS = { day: 10, month: 7, year: 4, none: 0 };

/** Older news is often dated by its month or year alone; pages never show more than is known. */
export function DateFold({ item, zone, values, problems }: ReviewState) {
  const known = item.publishedAt ? dayOf(item.publishedAt, zone).slice(0, LENGTHS[item.datePrecision]) : "";
  const sent = values.dated !== undefined;
  return (
    <Fold title="Correct the date" open={problems.dated !== undefined || problems.dateNote !== undefined}>
      <Form action={`/desk/happenings/${item.id}/date`}>
        <TextField
          name="dated"
          value={sent ? textOf(values, "dated") : known}
          problems={problems}
          label="When it was"
          hint="As much as is known: 2018-03-14, 2018-03 or 2018. Leave it empty to show no date."
          width="short"
          optional
        />
        <TextField
          name="dateNote"
          value={sent ? textOf(values, "dateNote") : item.dateNote}
          problems={problems}
          label="Note on the date"
          optional
        />
        <Button compact>Save the date</Button>
      </Form>
    </Fold>
  );
}
