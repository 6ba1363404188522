import { ButtonLink, Buttons } from "#ui/button.tsx";
import { Day } from "#ui/dates.tsx";
import { Section } from "#ui/layout.tsx";
import { regionPath } from "../../regions/paths.ts";
import type { Region } from "../../regions/queries.ts";
import { decisionPath } from "../decision-paths.ts";
import type { ListedDecision } from "../decisions/queries.ts";
import { choicePath } from "../door.ts";
import type { Choice } from "../queries.ts";

export interface ChosenPartProps {
  region: Region;
  open: Choice[];
  /** That the reader may read, the newest first. */
  decisions: ListedDecision[];
  isTeam: boolean;
}

/** On a region's page: what its team decided, and what it works on. */
export function ChosenPart({ region, open, decisions, isTeam }: ChosenPartProps) {
  if (!isTeam && decisions.length === 0) return null;
  return (
    <Section title="Its sector" id="sector">
      {decisions.length > 0 && (
        <ul>
          {decisions.map(({ id, number, title, firstTitle, decidedOn }) => (
            <li>
              <a href={decisionPath(id)}>
                {firstTitle} first
                <span class="visually-hidden">
                  , {title}, version {number}
                </span>
              </a>
              , decided on <Day iso={decidedOn} />
              {number > 1 && `, version ${number}`}
            </li>
          ))}
        </ul>
      )}
      {isTeam && open.length > 0 && (
        <ul>
          {open.map(({ id, title }) => (
            <li>
              <a href={choicePath(region, id)}>{title}</a>, open
            </li>
          ))}
        </ul>
      )}
      {isTeam && open.length + decisions.length === 0 && (
        <p class="measure">
          Compare candidates by the figures and by what you know, score on your own, talk about where you
          differ, and keep what you decide, with everything it rests on.
        </p>
      )}
      {isTeam && (
        <Buttons>
          <ButtonLink
            href={regionPath(region.slug, "choices", "new")}
            look={open.length + decisions.length > 0 ? "quiet" : "main"}
          >
            Choose a sector together
          </ButtonLink>
        </Buttons>
      )}
    </Section>
  );
}
