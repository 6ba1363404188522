import { dayOf } from "#base/local-time.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Badge } from "#ui/chip.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { Day } from "#ui/dates.tsx";
import { Form } from "#ui/form.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState, Notice } from "#ui/notice.tsx";
import type { ListedSet } from "../queries.ts";

const STATE_WORDS = { draft: "Draft", current: "Asked today", past: "Asked earlier" } as const;

/** The editors' list of versions. */
export function SetsPage({ sets, zone, published }: { sets: ListedSet[]; zone: string; published: boolean }) {
  const draft = sets.find(({ state }) => state === "draft");
  return (
    <>
      <PageHead
        title="Indicators"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="What partnerships ask themselves. A published version is never changed: answers name it, and stay comparable."
        actions={
          <>
            {draft ? (
              <ButtonLink href="/desk/indicators/draft">Go on with the draft</ButtonLink>
            ) : (
              <Form action="/desk/indicators/drafts" bare>
                <Button>Begin a new version</Button>
              </Form>
            )}
            <ButtonLink href="/indicators" look="quiet">
              See the page
            </ButtonLink>
          </>
        }
      />
      {published && (
        <Notice tone="success" title="It is published." live>
          <p>
            New assessments answer to it from now on. Those that are open go on with the words they began
            with.
          </p>
        </Notice>
      )}
      {sets.length === 0 ? (
        <EmptyState title="No indicators yet" icon="list-checks">
          Begin the first version, add the indicators one by one, and publish them together.
        </EmptyState>
      ) : (
        <DataTable
          caption="Versions of the indicators"
          hideCaption
          stacks
          rows={sets}
          columns={[
            {
              label: "Version",
              heads: true,
              cell: ({ version, state }) =>
                state === "draft" ? (
                  <a href="/desk/indicators/draft">Version {version}</a>
                ) : (
                  <a href={`/indicators/versions/${version}`}>Version {version}</a>
                ),
            },
            {
              label: "State",
              cell: ({ state }) => (
                <Badge
                  {...(state === "current"
                    ? { tone: "good" as const }
                    : state === "draft"
                      ? { tone: "warn" as const }
                      : {})}
                >
                  {STATE_WORDS[state]}
                </Badge>
              ),
            },
            {
              label: "Published",
              cell: ({ publishedAt }) => (publishedAt ? <Day iso={dayOf(publishedAt, zone)} /> : "Not yet"),
            },
            { label: "What is new", cell: ({ note }) => note },
            { label: "Settled answers", numeric: true, cell: ({ settled }) => settled },
          ]}
        />
      )}
    </>
  );
}
