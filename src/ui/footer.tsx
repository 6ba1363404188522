import type { Child } from "hono/jsx";
import { Brand, type SiteWords } from "./masthead.tsx";

export type FooterGroup = { title: string; links: { href: string; label: string }[] };

export type FooterProps = {
  site: SiteWords;
  /** One sentence on what this community is. */
  about?: Child;
  groups: FooterGroup[];
  /** The last line: licence of the words, postal address. */
  line?: Child;
};

export function Footer({ site, about, groups, line }: FooterProps) {
  return (
    <footer class="site-foot">
      <div class="wrap">
        <div class="foot-about">
          <Brand site={site} />
          {about && <p>{about}</p>}
        </div>
        {groups.map((group) => (
          <nav class="foot-group" aria-label={group.title}>
            <h2>{group.title}</h2>
            <ul class="bare">
              {group.links.map((link) => (
                <li>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        {line && <p class="foot-line">{line}</p>}
      </div>
    </footer>
  );
}
