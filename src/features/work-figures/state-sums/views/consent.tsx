import { dayOf } from "#base/local-time.ts";
import type { Workspace } from "#features/partnerships/public.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Day } from "#ui/dates.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { figuresPath } from "../../paths.ts";

export interface ConsentProps {
  workspace: Workspace;
  /** The state's name. */
  state: string;
  since: Date | null;
}

/** Whether a team's figures go into its state's sums, and what that means. */
export function Consent({ workspace, state, since }: ConsentProps) {
  return (
    <>
      <p class="measure">
        {since ? (
          <>
            Since <Day iso={dayOf(since, workspace.timeZone)} /> your figures count in a sum for {state}, once
            a year.
          </>
        ) : (
          <>
            No figure of yours leaves this table. If you like, they count in a sum for {state}, once a year.
          </>
        )}{" "}
        The state’s lead sees the sum of at least five partnerships, never which ones and never one of them
        alone: meetings, people and businesses who came, follow-ups, notes, welcome letters, priorities led by
        business. It is made in February for the year before and does not change after.
      </p>
      <Form action={figuresPath(workspace.slug, "/state")}>
        <Hidden name="counted" value={since ? "no" : "yes"} />
        <Buttons>
          <Button look="quiet">{since ? "No longer count us in" : "Count us in"}</Button>
        </Buttons>
      </Form>
    </>
  );
}
