import { Card, CardList } from "#ui/card.tsx";
import { Badge } from "#ui/chip.tsx";
import { AsideBlock, PageHead, WithAside } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { OlderPages } from "#ui/older-pages.tsx";
import { Tabs } from "#ui/work-list.tsx";
import { KIND_WORDS, LETTER_KINDS, type LetterKind } from "../../kinds.ts";
import { libraryPath } from "../../paths.ts";
import type { LibraryEntry } from "../../templates/queries.ts";
import { LetterProse } from "../../views/letter-prose.tsx";

export interface LibraryPageProps {
  entries: LibraryEntry[];
  kind: LetterKind | undefined;
  page: number;
  more: boolean;
}

/** Letters that partnerships write, for everybody to read and take. */
export function LibraryPage({ entries, kind, page, more }: LibraryPageProps) {
  const here = kind ? `${libraryPath()}?kind=${kind}` : libraryPath();
  return (
    <>
      <PageHead
        title="A library of letters"
        lede="What partnerships write to businesses before, on and after the day they meet. Take what helps, and make it your own."
      />
      <Tabs
        label="Kinds of letters"
        tabs={[
          { href: libraryPath(), label: "All", current: !kind },
          ...LETTER_KINDS.map((one) => ({
            href: `${libraryPath()}?kind=${one}`,
            label: KIND_WORDS[one].one,
            current: kind === one,
          })),
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState title="Nothing of this kind yet" icon="mail-open">
          Whoever looks after a partnership can offer a text from its shared table.
        </EmptyState>
      ) : (
        <CardList
          columns={2}
          cards={entries.map((entry) => (
            <Card
              title={entry.title}
              href={libraryPath(entry.slug ?? "")}
              level={2}
              meta={
                <>
                  <Badge>{KIND_WORDS[entry.kind].one}</Badge> <span>{usedWords(entry)}</span>
                </>
              }
            >
              {entry.about}
            </Card>
          ))}
        />
      )}
      <OlderPages
        label="Letters"
        newest={page > 1 ? here : undefined}
        older={more ? `${here}${kind ? "&" : "?"}page=${page + 1}` : undefined}
      />
    </>
  );
}

function usedWords({ usedBy }: LibraryEntry): string {
  if (usedBy === 0) return "New here";
  return usedBy === 1 ? "Used by 1 partnership" : `Used by ${usedBy} partnerships`;
}

export function LibraryEntryPage(props: {
  entry: LibraryEntry;
  from: { name: string; slug: string } | undefined;
}) {
  const { entry, from } = props;
  return (
    <>
      <PageHead
        title={entry.title}
        trail={[{ href: libraryPath(), label: "A library of letters" }]}
        meta={<Badge>{KIND_WORDS[entry.kind].one}</Badge>}
        lede={entry.about || undefined}
      />
      <WithAside
        label="About this letter"
        aside={
          <>
            <AsideBlock title="Where it is from">
              <p>
                {entry.credit ? (
                  from ? (
                    <>
                      Shared by the <a href={`/partnerships/${from.slug}`}>{entry.credit}</a>.
                    </>
                  ) : (
                    `${entry.state === "site" ? "Written by" : "Shared by"} ${entry.credit}.`
                  )
                ) : (
                  "Shared by a partnership of this network."
                )}{" "}
                {usedWords(entry)}.
              </p>
            </AsideBlock>
            <AsideBlock title="Make it your own">
              <p>
                Whoever looks after a partnership finds it at its shared table, under Letters. What stands in
                double braces is filled in for each person.
              </p>
            </AsideBlock>
          </>
        }
      >
        <LetterProse letter={entry} />
      </WithAside>
    </>
  );
}
