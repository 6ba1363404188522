import type { Child } from "hono/jsx";
import { Breadcrumbs, type BreadcrumbsProps } from "./breadcrumbs.tsx";
import { Icon } from "./icon.tsx";
import { unbroken } from "./unbroken.tsx";

export type PageHeadProps = {
  title: string;
  trail?: BreadcrumbsProps["trail"];
  lede?: Child;
  /** Chips, kind, date: one line under the title. */
  meta?: Child;
  /** On the right where there is room: feed link, print, a button. */
  actions?: Child;
};

/** A page's own heading and what belongs to it. */
export function PageHead({ title, trail, lede, meta, actions }: PageHeadProps) {
  return (
    <header class="page-head">
      {trail && <Breadcrumbs trail={trail} />}
      <div class="page-head-row">
        <h1>{unbroken(title)}</h1>
        {actions && <div class="page-head-actions">{actions}</div>}
      </div>
      {meta && <div class="card-meta">{meta}</div>}
      {lede && <p class="lede">{lede}</p>}
    </header>
  );
}

export type SectionProps = {
  title: string;
  /** "All happenings" on the right. */
  more?: { href: string; label: string };
  /** On a dark band from edge to edge; only inside a Shell of full width. */
  band?: boolean;
  id?: string;
  children: Child;
};

export function Section({ title, more, band, id, children }: SectionProps) {
  const inside = (
    <>
      <div class="section-head">
        <h2>{title}</h2>
        {more && (
          <a class="more-link" href={more.href}>
            {more.label}
            <Icon name="arrow-right" />
          </a>
        )}
      </div>
      {children}
    </>
  );
  return (
    <section class={band ? "section band" : "section"} id={id}>
      {band ? <div class="wrap">{inside}</div> : inside}
    </section>
  );
}

/** A list with its filters or a table of contents on the left. */
export function WithSidebar({ side, children }: { side: Child; children: Child }) {
  return (
    <div class="with-sidebar">
      <div class="sidebar">{side}</div>
      <div class="beside-sidebar">{children}</div>
    </div>
  );
}

/** A text with what belongs to it on the right; on a phone it follows the text. */
export function WithAside({ aside, label, children }: { aside: Child; label: string; children: Child }) {
  return (
    <div class="with-aside">
      <div class="with-aside-main">{children}</div>
      <aside class="aside" aria-label={label}>
        {aside}
      </aside>
    </div>
  );
}

/** One block of an aside. */
export function AsideBlock({ title, children }: { title: string; children: Child }) {
  return (
    <section class="aside-block">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Words on the left, a picture or map on the right: the opening of a home page. */
export function Hero({ title, lede, actions, picture }: HeroProps) {
  return (
    <div class="hero">
      <div class="hero-words">
        <h1>{title}</h1>
        <p class="lede">{lede}</p>
        {actions && <div class="buttons">{actions}</div>}
      </div>
      {picture && <div class="hero-picture">{picture}</div>}
    </div>
  );
}

export type HeroProps = { title: string; lede: Child; actions?: Child; picture?: Child };

/** Editing on the left, how it will look on the right; one under the other on a narrow screen. */
export function EditBesidePreview({ edit, preview }: { edit: Child; preview: Child }) {
  return (
    <div class="edit-preview">
      <div class="edit-side">{edit}</div>
      <section class="preview-side" aria-label="Preview">
        <p class="preview-label">Preview</p>
        {preview}
      </section>
    </div>
  );
}
