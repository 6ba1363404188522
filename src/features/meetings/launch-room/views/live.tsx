import type { Child } from "hono/jsx";
import type { Step } from "../steps.ts";
import { STEP_WORDS } from "../steps.ts";

/**
 * What looks different when somebody else does something: its script hears of it and fetches it again. Without script a
 * link does.
 */
export function RoomLive(props: { base: string; step: Step; children: Child }) {
  return (
    <room-live part={`${props.base}/part`} watch={`${props.base}/live`}>
      <p class="look-again">
        <a href={props.base}>Look again</a>
      </p>
      <RoomPart step={props.step}>{props.children}</RoomPart>
    </room-live>
  );
}

/** The inside of it, which is also sent by itself. */
export function RoomPart({ step, children }: { step: Step; children: Child }) {
  return (
    <div class="room-part" data-step={step}>
      <p class="visually-hidden" role="status">
        {STEP_WORDS[step].now}
      </p>
      <div data-key={step} class="stack">
        {children}
      </div>
    </div>
  );
}

/**
 * Around everything on a page of the room: forms marked `data-send` are kept on the device until the room has them. With
 * `stay` the page stays as it is and the form is ready for the next; with `go` the answer is shown.
 */
export function Outbox({ name, children }: { name: string; children: Child }) {
  return (
    <room-outbox name={name}>
      <p class="outbox-status" role="status" hidden />
      {children}
    </room-outbox>
  );
}
