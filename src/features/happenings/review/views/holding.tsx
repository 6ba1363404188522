import { Button } from "#ui/button.tsx";
import { Moment } from "#ui/dates.tsx";
import { ConfirmStep } from "#ui/enhance.tsx";
import { Form, Hidden } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { deedsAt, isStale } from "../rules.ts";
import type { ReviewState } from "./review-state.ts";

/** Tells the second editor who has it in hand; reading along takes nothing away from them. */
export function InOtherHand({ item, me, now, zone }: ReviewState) {
  const { inHand } = item;
  if (!inHand || inHand.personId === me || !deedsAt(item.stage, false).hold) return null;
  const stale = isStale(inHand.since, now);
  return (
    <Notice tone={stale ? "warning" : "info"} title={`${inHand.name} has this in hand`}>
      <p>
        Since <Moment at={inHand.since} zone={zone} />
        {stale ? ", which is over a week; it may be forgotten. " : ". "}
        You can read along, write notes and take it over.
      </p>
      <ConfirmStep question={`Take this over from ${inHand.name}?`}>
        <Form action={`/desk/happenings/${item.id}/hold`} bare>
          <Hidden name="from" value={inHand.personId} />
          <Button look="quiet" compact>
            Take it over from {inHand.name}
          </Button>
        </Form>
      </ConfirmStep>
    </Notice>
  );
}

/** Taking in hand what nobody has, and handing back what is in one's own. */
export function Holding({ item, me }: ReviewState) {
  if (!deedsAt(item.stage, false).hold) return null;
  const path = `/desk/happenings/${item.id}`;
  if (!item.inHand) {
    return (
      <Form action={`${path}/hold`} bare>
        <Hidden name="from" value="" />
        <Button look="quiet" compact>
          Take it in hand
        </Button>
      </Form>
    );
  }
  if (item.inHand.personId !== me) return null;
  return (
    <Form action={`${path}/release`} bare>
      <div class="stack">
        <p>You have this in hand.</p>
        <Button look="quiet" compact>
          Hand it back
        </Button>
      </div>
    </Form>
  );
}
