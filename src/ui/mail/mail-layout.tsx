import { raw } from "hono/html";
import type { Child } from "hono/jsx";

export type MailLayoutProps = {
  subject: string;
  /** The community's name and its address on the web. */
  site: { name: string; url: string };
  /** Why this person gets this mail, and how to get no more of them. */
  footer: Child;
  children: Child;
};

/** A mail as a plain document: real headings, no tables, no pictures, nothing loaded from anywhere. */
export function MailLayout({ subject, site, footer, children }: MailLayoutProps) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{subject}</title>
        </head>
        <body>
          <p>
            <a href={site.url}>{site.name}</a>
          </p>
          <main>
            <h1>{subject}</h1>
            {children}
          </main>
          <hr />
          <footer>
            <p>
              <small>{footer}</small>
            </p>
          </footer>
        </body>
      </html>
    </>
  );
}

/** The one thing to do, on its own line, with the address readable where links are not shown. */
export function MailAction({ href, label }: { href: string; label: string }) {
  return (
    <p>
      <strong>
        <a href={href}>{label}</a>
      </strong>
      <br />
      <small>{href}</small>
    </p>
  );
}
