import { DataTable } from "#ui/data-table.tsx";
import { Day } from "#ui/dates.tsx";
import { PageHead, Section } from "#ui/layout.tsx";
import { decisionPath } from "../../decision-paths.ts";
import type { Compared } from "../comparing.ts";
import type { Decision } from "../queries.ts";
import { titleIn } from "../record.ts";

export interface VersionsPageProps {
  decision: Decision;
  /** The newest first. */
  versions: Decision[];
  pair: { before: Decision; after: Decision } | undefined;
  /** What the two say otherwise. */
  compared: Compared[];
}

/** Every version of a decision, and what two of them say otherwise. */
export function VersionsPage({ decision, versions, pair, compared }: VersionsPageProps) {
  return (
    <>
      <PageHead
        title="Versions"
        trail={[
          {
            href: decisionPath(decision.id),
            label: `${decision.record.region.name}, version ${decision.number}`,
          },
        ]}
        lede="A decision is never changed. When a team takes one up again, what comes of it stands beside it."
      />
      <DataTable
        caption="All versions"
        hideCaption
        stacks
        rows={versions}
        columns={[
          {
            label: "Version",
            heads: true,
            cell: ({ id, number }) => <a href={decisionPath(id)}>Version {number}</a>,
          },
          { label: "Decided on", cell: ({ decidedOn }) => <Day iso={decidedOn} /> },
          { label: "First sector", cell: ({ record }) => titleIn(record, record.first) },
          {
            label: "Compare",
            cell: ({ id, number }) =>
              id === decision.id ? (
                "–"
              ) : (
                <a href={`${decisionPath(decision.id, "versions")}?with=${id}`}>
                  with version {decision.number}
                  <span class="visually-hidden">: version {number}</span>
                </a>
              ),
          },
        ]}
      />
      {pair && (
        <Section title={`Version ${pair.before.number} and version ${pair.after.number}`}>
          {compared.length === 0 ? (
            <p>They say the same.</p>
          ) : (
            <DataTable
              caption={`What version ${pair.before.number} and version ${pair.after.number} say otherwise`}
              hideCaption
              stacks
              rows={compared}
              columns={[
                { label: "What", heads: true, cell: ({ label }) => label },
                { label: `Version ${pair.before.number}`, cell: ({ before }) => before },
                { label: `Version ${pair.after.number}`, cell: ({ after }) => after },
              ]}
            />
          )}
        </Section>
      )}
    </>
  );
}
