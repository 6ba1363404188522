import { Day } from "#ui/dates.tsx";
import type { SharedAssessment } from "../sharing.ts";
import { hueAt, LevelMeter } from "./look.tsx";

/** How a partnership sees itself, in a few lines, for its page and for its state's lead. `href` leads to the whole. */
export function AssessmentBrief({ assessment, href }: { assessment: SharedAssessment; href: string }) {
  return (
    <div class="assessment-brief">
      <ul class="bare">
        {assessment.levels.map(({ title, level, levelName }, index) => (
          <li class={hueAt(index)}>
            <LevelMeter level={level} />
            <span>
              {title}
              <span class="small quiet-text">{level === null ? levelName : `${level}. ${levelName}`}</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="small">
        <a href={href}>
          How it sees itself, <Day iso={assessment.heldOn} />
        </a>
      </p>
    </div>
  );
}
