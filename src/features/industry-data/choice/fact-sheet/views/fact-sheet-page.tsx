import { RegionOutline } from "#features/places/public.ts";
import { ButtonLink, Buttons } from "#ui/button.tsx";
import { longDate } from "#ui/dates.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";
import { decisionPath } from "../../decision-paths.ts";
import type { Decision, FactSheet } from "../../decisions/queries.ts";
import { titleIn } from "../../decisions/record.ts";
import { Bars } from "../../views/score-bars.tsx";
import { factsOf, jobsBars, sheetLede, sourceWords, USUAL_ASK } from "../facts.ts";

export interface FactSheetPageProps {
  decision: Decision;
  /** What the team added; undefined where it has not yet. */
  sheet: FactSheet | undefined;
  isTeam: boolean;
  saved: boolean;
}

/** One page of facts about the first sector, to send with the invitation to the launch. */
export function FactSheetPage({ decision, sheet, isTeam, saved }: FactSheetPageProps) {
  const { id, record } = decision;
  const title = titleIn(record, record.first);
  const bars = jobsBars(record);
  const facts = factsOf(record);
  const isSplit = facts.some(({ before }) => before);
  return (
    <article class="fact-sheet">
      <PageHead
        title={`${title} in ${record.region.name}`}
        trail={[{ href: decisionPath(id), label: "The decision" }]}
        lede={sheetLede(decision)}
      />
      {saved && <Notice tone="success" title="What you wrote is saved." live />}
      {saved && <TypedSent name={`fact-sheet-${id}`} />}
      <div class="no-print fact-deeds">
        <Buttons>
          <ButtonLink href={decisionPath(id, "fact-sheet.pdf")} icon="download" download>
            As PDF
          </ButtonLink>
          {isTeam && (
            <ButtonLink href={decisionPath(id, "fact-sheet", "words")} look="quiet">
              Change what you ask
            </ButtonLink>
          )}
        </Buttons>
        {isTeam && !sheet && (
          <Notice title="Say what you ask, and who answers questions">
            <p>The figures come from your decision. The words below are ours until you write your own.</p>
          </Notice>
        )}
      </div>
      <div class="fact-paper">
        <ul class="bare fact-numbers">
          {facts.map(({ before, number, words }) => (
            <li class="fact-number">
              {isSplit && <span class="fact-before">{before ?? "\u00a0"} </span>}
              <b>{number}</b>
              <span>{words}</span>
            </li>
          ))}
        </ul>
        <div class="fact-pictures">
          {bars && (
            <section aria-labelledby="jobs-title">
              <h2 id="jobs-title">Jobs, then and now</h2>
              <Bars bars={bars} />
            </section>
          )}
          <section aria-labelledby="where-title">
            <h2 id="where-title">Where</h2>
            <RegionOutline counties={record.region.counties.map(({ fips }) => fips)} />
          </section>
        </div>
        <section aria-labelledby="ask-title">
          <h2 id="ask-title">What we ask of you</h2>
          <p class="measure as-typed">{sheet?.ask ?? USUAL_ASK}</p>
          {record.launchOn && <p>The launch is on {longDate(record.launchOn)}.</p>}
          {sheet?.contact && <p>{sheet.contact}</p>}
        </section>
        <p class="small measure">{sourceWords(record)}</p>
      </div>
    </article>
  );
}
