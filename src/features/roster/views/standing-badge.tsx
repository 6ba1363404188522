import { Badge } from "#ui/chip.tsx";
import { STANDING_WORDS, type Standing } from "../standings.ts";

const TONES: Partial<Record<Standing, "good" | "warn" | "bad">> = {
  asked: "warn",
  willing: "good",
  attended: "good",
  member: "good",
  declined: "bad",
};

/** How far somebody has come, in words. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const tone = TONES[standing];
  return <Badge {...(tone ? { tone } : {})}>{STANDING_WORDS[standing]}</Badge>;
}
