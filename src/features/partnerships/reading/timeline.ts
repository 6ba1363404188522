import type { MILESTONE_KINDS } from "../content.ts";
import { STAGE_WORDS, type Stage } from "../stages.ts";
import type { PartnershipFace } from "./face.ts";

/** One thing that happened, as the timeline tells it. */
export interface Moment {
  kind: (typeof MILESTONE_KINDS)[number] | "stage";
  title: string;
  /** As much of a date as is known; null where nobody told it. */
  on: string | null;
  note: string;
  source: string;
}

const KIND_WORDS: Record<(typeof MILESTONE_KINDS)[number], string> = {
  academy: "Academy",
  launch: "Launch",
  relaunch: "Relaunch",
  meeting: "Meeting",
  "quick-win": "Quick win",
  other: "Milestone",
};

/** What a milestone already says, a stage of the same day need not say again. */
const SAYS: Partial<Record<Stage, Moment["kind"]>> = { active: "launch", relaunched: "relaunch" };

/**
 * Everything that is told with a date or a word, the oldest first. What has no date stays behind what its page tells
 * before it, or stands at the end; a stage without one was before the stages that follow it.
 */
export function timelineOf({ content, stages }: Pick<PartnershipFace, "content" | "stages">): Moment[] {
  const milestones: Moment[] = content.milestones.map(({ kind, title, on, note, source }) => ({
    kind,
    title: title || KIND_WORDS[kind],
    on,
    note,
    source,
  }));
  const moves = stages.flatMap(({ stage, since, word }, index): Placed[] => {
    // What is said of today's stage without a date stands beside the stage itself.
    const told = since !== null || (word !== "" && index < stages.length - 1);
    if (stage === "unknown" || !told) return [];
    const said = milestones.find(({ kind, on }) => kind === SAYS[stage] && on !== null && on === since);
    if (said && index < stages.length - 1 && word) said.note = [said.note, word].filter(Boolean).join(" ");
    if (said) return [];
    const moment: Moment = {
      kind: "stage",
      title: STAGE_WORDS[stage].name,
      on: since,
      note: word,
      source: "",
    };
    return [{ moment, ...placeOfStage(stages, index) }];
  });
  return [...placed(milestones), ...moves]
    .sort((a, b) => compare(a.place, b.place) || Number(b.before) - Number(a.before))
    .map(({ moment }) => moment);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface Placed {
  moment: Moment;
  place: string;
  /** It stands before what has this very date. */
  before: boolean;
}

/** Behind every date. */
const LAST = "9999";

function placeOfStage(stages: PartnershipFace["stages"], index: number): Omit<Placed, "moment"> {
  const dated = ({ since }: { since: string | null }) => since !== null;
  const earlier = stages.slice(0, index + 1).findLast(dated)?.since;
  const later = stages.slice(index + 1).find(dated)?.since;
  return { place: earlier ?? later ?? LAST, before: !earlier && later !== undefined };
}

function placed(moments: Moment[]): Placed[] {
  let place = LAST;
  return moments.map((moment) => {
    place = moment.on ?? place;
    return { moment, place, before: false };
  });
}
