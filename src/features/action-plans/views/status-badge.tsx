import { Badge } from "#ui/chip.tsx";
import { PRIORITY_STATE_WORDS, type PriorityState, STATUS_WORDS, type Status } from "../statuses.ts";

const TONES: Record<Status, "good" | "warn" | "strong" | undefined> = {
  open: undefined,
  "on-track": "strong",
  stuck: "warn",
  done: "good",
  dropped: undefined,
};

export function StatusBadge({ status }: { status: Status }) {
  return <Badge tone={TONES[status]}>{STATUS_WORDS[status]}</Badge>;
}

/** Worth a cheer: marked by the team on what is done. */
export function QuickWinBadge() {
  return (
    <span class="quick-win">
      <span aria-hidden="true">★</span> Quick win
    </span>
  );
}

export function PriorityBadge({ state }: { state: PriorityState }) {
  return (
    <Badge tone={state === "achieved" ? "good" : state === "under-way" ? "strong" : undefined}>
      {PRIORITY_STATE_WORDS[state]}
    </Badge>
  );
}
