import type { Child } from "hono/jsx";

export type WorkItem = {
  title: string;
  href: string;
  /** Chips, place, kind. */
  meta?: Child;
  /** Who sent it and when; who has it in hand. */
  note?: Child;
  /** A `Badge`. */
  state?: Child;
  stamp?: Child;
};

/** What waits for somebody, oldest first. `level` is that of its headings: 2 right under the page's own. */
export function WorkList({ items, level }: { items: WorkItem[]; level?: 2 | 3 }) {
  const Heading = level === 3 ? "h3" : "h2";
  return (
    <ul class="bare work">
      {items.map(({ title, href, meta, note, state, stamp }) => (
        <li class="work-item">
          {stamp}
          <div class="work-words">
            {meta && <div class="card-meta">{meta}</div>}
            <Heading>
              <a href={href}>{title}</a>
            </Heading>
            {note && <p class="work-note">{note}</p>}
          </div>
          {state && <p class="work-state">{state}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Several views of one desk as links, with how many wait in each. */
export function Tabs({ tabs, label }: { tabs: TabLink[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul class="bare">
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
              {tab.label} {tab.count !== undefined && <span class="tab-count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export type TabLink = { href: string; label: string; count?: number; current?: boolean };
