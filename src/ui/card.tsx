import type { Child } from "hono/jsx";
import { unbroken } from "./unbroken.tsx";

export type CardProps = {
  title: string;
  href: string;
  /** A `Stamp` or a logo. */
  stamp?: Child;
  /** Above the title: chips, kind, badge. */
  meta?: Child;
  /** `FilePills`: the artefacts themselves. */
  files?: Child;
  /** The first and largest of a list; give it a stamp of size "large". */
  lead?: boolean;
  /** Heading level; 3 under a section's heading, 2 right under the page's. */
  level?: 2 | 3;
  /** The summary. */
  children?: Child;
};

export function Card({ title, href, stamp, meta, files, lead, level, children }: CardProps) {
  const link = <a href={href}>{unbroken(title)}</a>;
  return (
    <article class={lead ? "card card-lead" : "card"}>
      {stamp}
      <div class="card-body">
        {meta && <div class="card-meta">{meta}</div>}
        {level === 2 ? <h2>{link}</h2> : <h3>{link}</h3>}
        {children && <p class="card-words">{children}</p>}
        {files}
      </div>
    </article>
  );
}

export type CardListProps = {
  /** Cards in reading order. */
  cards: Child[];
  /** Two columns where there is room; the first card then takes the whole row when `lead`. */
  columns?: 1 | 2;
  lead?: boolean;
};

export function CardList({ cards, columns, lead }: CardListProps) {
  return (
    <ul class={columns === 2 ? "bare cards two" : "bare cards"}>
      {cards.map((card, index) => (
        <li class={lead && index === 0 ? "cards-lead" : undefined}>{card}</li>
      ))}
    </ul>
  );
}
