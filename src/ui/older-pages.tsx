import { Icon } from "./icon.tsx";

export type OlderPagesProps = {
  /** What is being paged: "Audit log". */
  label: string;
  /** Address of the newest ones; undefined where they are shown. */
  newest: string | undefined;
  /** Address of those before the last one shown; undefined at the end. */
  older: string | undefined;
};

/** Steps through a list that grows at its head, where numbered pages would shift under the reader. */
export function OlderPages({ label, newest, older }: OlderPagesProps) {
  if (!newest && !older) return null;
  return (
    <nav class="pages" aria-label={`${label}, pages`}>
      <ul class="bare">
        {newest && (
          <li class="pages-step">
            <a href={newest}>
              <Icon name="arrow-left" />
              Newest
            </a>
          </li>
        )}
        {older && (
          <li class="pages-step">
            <a href={older} rel="next">
              Older
              <Icon name="arrow-right" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
