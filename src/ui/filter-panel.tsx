import type { Child } from "hono/jsx";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

export type FilterPanelProps = {
  /** Where the form leads; its fields become the query. */
  action: string;
  /** How many filters are set. */
  active: number;
  /** Whether the fold is open on a phone; where nothing was found, for instance. Default: when any filter is set. */
  open?: boolean;
  /** Address without filters. */
  clear: string;
  submit?: string;
  /** Fields, all optional by nature: give them `optional={false}`-like labels, without the mark. */
  children: Child;
};

/** Filters beside a list: a column where there is room, one fold on a phone. Works by a plain GET. */
export function FilterPanel({ action, active, open, clear, submit, children }: FilterPanelProps) {
  return (
    <details class="filters" open={open ?? active > 0}>
      <summary>
        <Icon name="sliders-horizontal" />
        Filter this list
        {active > 0 && <span class="filters-count">{active} in use</span>}
      </summary>
      <search>
        <form class="filters-form" method="get" action={action} novalidate>
          {children}
          <div class="buttons">
            <Button>{submit ?? "Show results"}</Button>
            {active > 0 && <a href={clear}>Clear all</a>}
          </div>
        </form>
      </search>
    </details>
  );
}
