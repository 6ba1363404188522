import type { Child } from "hono/jsx";
import type { HttpUrl } from "#base/brands.ts";

/** A way out of this site. Only a parsed address is taken, since escaping does not disarm `javascript:`. */
export function ExternalLink({ href, children }: { href: HttpUrl; children: Child }) {
  return (
    <a href={href} rel="external noopener">
      {children}
    </a>
  );
}
