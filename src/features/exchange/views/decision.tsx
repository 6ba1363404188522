import { Button, Buttons } from "#ui/button.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { SummaryBox } from "#ui/notice.tsx";
import type { Import } from "../importing/queries.ts";
import { RefusedRows } from "./refused-rows.tsx";

const rows = (count: number) => (count === 1 ? "1 row" : `${count.toLocaleString("en-US")} rows`);

/** What taking it in would do, in a sentence, with its button. */
export function Decision({ one }: { one: Import }) {
  const { new: added = 0, changed = 0, refused = 0 } = one.counts;
  const good = added + changed;
  return (
    <SummaryBox title={good > 0 ? "What would happen" : "There is nothing to take in"}>
      <p>
        {good > 0
          ? `${rows(added)} would be added and ${rows(changed)} changed. Nothing has happened yet.`
          : "No row is new, and none changes anything."}
      </p>
      {refused > 0 && (
        <>
          <p>
            {refused === 1
              ? "1 row is refused, with its reason below. Mend it in the file and send it again, or take in the others and leave this one out."
              : `${rows(refused)} are refused, each with its reason below. Mend them in the file and send it again, or take in the others and leave these out.`}
          </p>
          <RefusedRows id={one.id} />
        </>
      )}
      <Buttons>
        {good > 0 && (
          <Form action={`/desk/imports/${one.id}/taking-in`} bare>
            <Hidden name="tries" value={one.tries} />
            {refused > 0 && <Hidden name="leaveOut" value="yes" />}
            <Button>
              {refused > 0
                ? `Take in the ${rows(good)} and leave ${refused.toLocaleString("en-US")} out`
                : `Take in ${rows(good)}`}
            </Button>
          </Form>
        )}
        <ConfirmStep question="Drop this table? What you see here will be deleted; nothing else changes.">
          <Form action={`/desk/imports/${one.id}/dropping`} bare>
            <Button look="quiet">Drop it</Button>
          </Form>
        </ConfirmStep>
      </Buttons>
    </SummaryBox>
  );
}
