import { Icon } from "./icon.tsx";

export type PaginationProps = {
  /** From 1. */
  page: number;
  pages: number;
  /** The address of a page of this very list. */
  href: (page: number) => string;
  /** What is being paged: "Happenings". */
  label: string;
  /** Words for the two ends of the list. */
  before?: string;
  after?: string;
};

/** Real links: the page before, numbers around this one, the page after. Nothing for a list of one page. */
export function Pagination({ page, pages, href, label, before, after }: PaginationProps) {
  if (pages < 2) return null;
  return (
    <nav class="pages" aria-label={`${label}, pages`}>
      <ul class="bare">
        {page > 1 && (
          <li class="pages-step">
            <a href={href(page - 1)} rel="prev">
              <Icon name="arrow-left" />
              {before ?? "Newer"}
            </a>
          </li>
        )}
        {pageNumbers(page, pages).map((number) => (
          <li class="pages-number">
            {number === undefined ? (
              <span>…</span>
            ) : (
              <a href={href(number)} aria-current={number === page ? "page" : undefined}>
                <span class="visually-hidden">Page </span>
                {number}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li class="pages-step">
            <a href={href(page + 1)} rel="next">
              {after ?? "Older"}
              <Icon name="arrow-right" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** First, last, and this one with its neighbours; undefined marks a gap of at least two pages. */
export function pageNumbers(page: number, pages: number): (number | undefined)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const numbers: (number | undefined)[] = [];
  let last = 0;
  for (const number of [...new Set(shown)].sort((a, b) => a - b)) {
    if (number === last + 2) numbers.push(last + 1);
    else if (number > last + 2) numbers.push(undefined);
    numbers.push(number);
    last = number;
  }
  return numbers;
}

export type StepsProps = {
  /** From 1. */
  page: number;
  /** Addresses of the pages beside this one, where there are such. */
  before: string | undefined;
  after: string | undefined;
  label: string;
};

/** For a list whose end nobody has counted: only the way on and the way back. */
export function Steps({ page, before, after, label }: StepsProps) {
  if (!before && !after) return null;
  return (
    <nav class="pages" aria-label={`${label}, pages`}>
      <ul class="bare">
        {before && (
          <li class="pages-step">
            <a href={before} rel="prev">
              <Icon name="arrow-left" />
              Newer
            </a>
          </li>
        )}
        <li>Page {page}</li>
        {after && (
          <li class="pages-step">
            <a href={after} rel="next">
              Older
              <Icon name="arrow-right" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
