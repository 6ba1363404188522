import { Moment } from "#ui/dates.tsx";
import { Timeline, type TimelineItem } from "#ui/progress.tsx";
import { STAGE_WORDS, type Stage } from "../../stages.ts";
import type { Message, Passage, Submission } from "../queries.ts";

export interface TimelineProps {
  submission: Submission;
  passages: Passage[];
  messages: Message[];
  zone: string;
}

const NOTES: Partial<Record<Stage, string>> = {
  received: "It waits for an editor to read it.",
  "in-review": "An editor is reading it.",
  "changes-asked": "An editor has a question. It waits for you.",
  unpublished: "An editor took it off the site for now.",
};

const NEXT: Partial<Record<Stage, string[]>> = {
  unconfirmed: ["Received", "In review", "Published"],
  received: ["In review", "Published"],
  "in-review": ["Published"],
  "changes-asked": ["In review", "Published"],
  scheduled: ["Published"],
};

/** From sending it to where it stands now, and what is still to come. */
export function StatusTimeline({ submission, passages, messages, zone }: TimelineProps) {
  const past = passages.map(({ stage, at }, index): TimelineItem => {
    const isLast = index === passages.length - 1;
    return {
      title: STAGE_WORDS[stage],
      at: <Moment at={at} zone={zone} />,
      note: isLast ? noteOn(submission, messages, zone) : undefined,
      state: isLast ? presentState(stage) : "done",
    };
  });
  const sent: TimelineItem = {
    title: "Sent in",
    at: <Moment at={submission.sentAt} zone={zone} />,
    state: past.length === 0 ? "current" : "done",
  };
  const next = (NEXT[submission.stage] ?? []).map((title): TimelineItem => ({ title, state: "waiting" }));
  return <Timeline label="The way of your update" items={[sent, ...past, ...next]} />;
}

function presentState(stage: Stage): TimelineItem["state"] {
  if (stage === "published") return "done";
  return stage === "declined" || stage === "withdrawn" ? "stopped" : "current";
}

function noteOn({ stage, publishAt, publicHref }: Submission, messages: Message[], zone: string) {
  if (stage === "published" && publicHref) return <a href={publicHref}>Read it on the site</a>;
  if (stage === "scheduled" && publishAt)
    return (
      <p>
        It will be published on <Moment at={publishAt} zone={zone} />.
      </p>
    );
  const reason = stage === "declined" ? messages.findLast(({ kind }) => kind === "declined") : undefined;
  if (reason) return <p class="as-typed">{reason.text}</p>;
  return NOTES[stage] && <p>{NOTES[stage]}</p>;
}
