import { Badge, type BadgeProps } from "#ui/chip.tsx";
import type { Stage } from "../../stages.ts";
import { DESK_WORDS } from "../rules.ts";

const TONES: Partial<Record<Stage, BadgeProps["tone"]>> = {
  received: "strong",
  "in-review": "warn",
  published: "good",
  declined: "bad",
  withdrawn: "bad",
};

export function StageBadge({ stage }: { stage: Stage }) {
  return <Badge tone={TONES[stage]}>{DESK_WORDS[stage]}</Badge>;
}
