import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { Footer, type FooterProps } from "./footer.tsx";
import { Head, type HeadProps } from "./head.tsx";
import { Masthead, type MastheadProps, type SiteWords } from "./masthead.tsx";
import { PersonBar, type PersonBarProps } from "./person-bar.tsx";

export type ShellProps = {
  site: SiteWords;
  /** Title, description, feeds, addresses of styles and scripts. */
  head: HeadProps;
  nav: MastheadProps["nav"];
  action?: MastheadProps["action"];
  /** Beside the menu: a search link. */
  tools?: Child;
  footer: Omit<FooterProps, "site">;
  /** Only for somebody signed in: such a page must never be cached for others. */
  person?: PersonBarProps;
  /** The form on this page came back with problems: the title says so first. */
  failed?: boolean;
  /** "full" lets bands of colour reach both edges; a page then places `.wrap` itself. */
  width?: "wrap" | "full";
  /** Without masthead and footer: for a screen that a whole room looks at. */
  bare?: boolean;
  children: Child;
};

/** A whole document. */
export function Shell(props: ShellProps) {
  const { site } = props;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="en">
        <Head {...props.head} siteName={site.name} failed={props.failed} />
        <body>
          <a class="skip" href="#main">
            Skip to the content
          </a>
          {props.person && !props.bare && <PersonBar {...props.person} />}
          {!props.bare && (
            <Masthead site={site} nav={props.nav} action={props.action}>
              {props.tools}
            </Masthead>
          )}
          <main id="main" tabindex={-1} class={props.bare ? "bare-main" : undefined}>
            {props.width === "full" ? props.children : <div class="wrap">{props.children}</div>}
          </main>
          {!props.bare && <Footer site={site} {...props.footer} />}
        </body>
      </html>
    </>
  );
}
