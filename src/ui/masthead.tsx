import type { Child } from "hono/jsx";
import { BrandMark } from "./brand-mark.tsx";
import { Icon } from "./icon.tsx";

export type NavLink = { href: string; label: string; current?: boolean };

export type MastheadProps = {
  site: SiteWords;
  nav: NavLink[];
  /** The one thing we ask of a visitor. `shortLabel` stands where the row is narrow. */
  action?: { href: string; label: string; shortLabel: string };
  /** Beside the menu: a search link, for instance. */
  children?: Child;
};

export type SiteWords = {
  /** The community's name. */
  name: string;
  tagline?: string;
  /** Address of the community's own mark; without one the house mark stands. */
  logo?: string;
};

/** The row on top of every page: name, menu, one button. On a phone the menu opens without script. */
export function Masthead({ site, nav, action, children }: MastheadProps) {
  return (
    <header class="masthead">
      <div class="wrap">
        <Brand site={site} />
        {nav.length > 0 && (
          <nav class="site-nav site-nav-wide" aria-label="Main">
            <NavList nav={nav} />
          </nav>
        )}
        {children}
        {action && (
          <a class="button action" href={action.href}>
            <span class="long">{action.label}</span>
            <span class="short">{action.shortLabel}</span>
          </a>
        )}
        {nav.length > 0 && (
          <details class="menu">
            <summary>
              <span class="menu-closed">
                <Icon name="menu" />
              </span>
              <span class="menu-opened">
                <Icon name="x" />
              </span>
              Menu
            </summary>
            <nav class="site-nav menu-panel" aria-label="Main">
              <NavList nav={nav} />
              {action && (
                <a class="button" href={action.href}>
                  {action.label}
                </a>
              )}
            </nav>
          </details>
        )}
      </div>
    </header>
  );
}

/** The community's mark and name, linking home. */
export function Brand({ site }: { site: SiteWords }) {
  return (
    <a class="brand" href="/">
      {site.logo ? <img src={site.logo} alt="" width="37" height="37" /> : <BrandMark />}
      <span>
        {site.name}
        {site.tagline && <small>{site.tagline}</small>}
      </span>
    </a>
  );
}

function NavList({ nav }: { nav: NavLink[] }) {
  return (
    <ul class="bare">
      {nav.map((link) => (
        <li>
          <a href={link.href} aria-current={link.current ? "page" : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
