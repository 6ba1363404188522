export type BreadcrumbsProps = {
  /** From the top down; the page itself is not among them, its heading follows. */
  trail: { href: string; label: string }[];
};

export function Breadcrumbs({ trail }: BreadcrumbsProps) {
  return (
    <nav class="crumbs" aria-label="Breadcrumbs">
      <ol class="bare">
        {trail.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
