import type { Child } from "hono/jsx";
import { Icon } from "./icon.tsx";

export type TimelineItem = {
  title: Child;
  /** A `Day` or `Moment`. */
  at?: Child;
  /** What was said or comes next. */
  note?: Child;
  state: "done" | "current" | "waiting" | "stopped";
};

const spoken = { done: "Done: ", current: "Now: ", waiting: "Still to come: ", stopped: "Ended: " };

/** What happened to something, in order, and where it stands. */
export function Timeline({ items, label }: { items: TimelineItem[]; label: string }) {
  return (
    <ol class="bare timeline" aria-label={label}>
      {items.map(({ title, at, note, state }) => (
        <li class={`timeline-${state}`} aria-current={state === "current" ? "step" : undefined}>
          <span class="timeline-mark">
            {state === "done" && <Icon name="check" />}
            {state === "stopped" && <Icon name="x" />}
          </span>
          <div class="timeline-words">
            <p class="timeline-title">
              <span class="visually-hidden">{spoken[state]}</span>
              {title}
            </p>
            {at && <p class="timeline-at">{at}</p>}
            {note && <div class="timeline-note">{note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A numbered way through something, as on a poster: short title, one or two sentences. */
export function ProcessList({ steps }: { steps: { title: string; href?: string; words: Child }[] }) {
  return (
    <ol class="bare process">
      {steps.map(({ title, href, words }, index) => (
        <li>
          <span class="process-number" aria-hidden="true">
            {index + 1}
          </span>
          <h3>{href ? <a href={href}>{title}</a> : title}</h3>
          <p>{words}</p>
        </li>
      ))}
    </ol>
  );
}
