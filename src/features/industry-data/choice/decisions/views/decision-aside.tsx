import { RegionOutline } from "#features/places/public.ts";
import { AsideBlock } from "#ui/layout.tsx";
import { decisionPath } from "../../decision-paths.ts";
import type { DecisionPageProps } from "./decision-page-props.ts";

/** The region as it was, and what can be taken along. */
export function DecisionAside({ decision, versions }: Pick<DecisionPageProps, "decision" | "versions">) {
  const { record, id } = decision;
  const to = (...rest: string[]) => decisionPath(id, ...rest);
  return (
    <>
      <AsideBlock title="The region, as it was">
        <RegionOutline
          counties={record.region.counties.map(({ fips }) => fips)}
          title={`${record.region.name}, shape ${record.region.shape}`}
        />
      </AsideBlock>
      <div class="no-print">
        <AsideBlock title="To take along">
          <ul class="bare">
            <li>
              <a href={to("fact-sheet")}>One page of facts, to send with an invitation</a>
            </li>
            <li>
              <a href={to("decision.pdf")} download>
                The decision (PDF)
              </a>
            </li>
            <li>
              <a href={to("figures.csv")} download>
                Its figures (CSV)
              </a>
            </li>
            <li>
              <a href={to("decision.json")} download>
                All of it, for programs (JSON)
              </a>
            </li>
          </ul>
        </AsideBlock>
      </div>
      {versions.length > 1 && (
        <AsideBlock title="Versions">
          <p>
            <a href={to("versions")}>{versions.length} versions, and what changed</a>
          </p>
        </AsideBlock>
      )}
    </>
  );
}
