import { ButtonLink } from "#ui/button.tsx";
import { longDate } from "#ui/dates.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { indicatorsPath } from "../door.ts";

export interface MinePageProps {
  mine: { slug: string; name: string; isOpen: boolean; newest: string | null }[];
}

/** The partnerships that this person looks after, with how they stand. */
export function MinePage({ mine }: MinePageProps) {
  return (
    <>
      <PageHead
        title="Answer for your partnership"
        trail={[{ href: "/indicators", label: "Is your partnership Next Gen?" }]}
      />
      {mine.length === 0 ? (
        <EmptyState
          title="You look after no partnership’s page so far"
          icon="handshake"
          actions={
            <ButtonLink href="/partnerships" look="quiet">
              Find your partnership
            </ButtonLink>
          }
        >
          Those who look after a partnership’s page answer for it. Find its page and say that it is yours, or
          ask somebody who looks after it to invite you. A link from them lets you answer without an account,
          too.
        </EmptyState>
      ) : (
        <ul class="bare looks-back">
          {mine.map(({ slug, name, isOpen, newest }) => (
            <li>
              <a href={indicatorsPath(slug)}>{name}</a>
              <span class="quiet-text small">
                {isOpen ? "One is open. " : ""}
                {newest ? `Last settled: ${longDate(newest)}.` : "Nothing settled so far."}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
