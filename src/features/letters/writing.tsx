import { raw } from "hono/html";
import { renderPlainText } from "#base/markdown/plain-text.ts";
import { renderMarkdown } from "#base/markdown/render.ts";
import type { Site } from "#base/site.ts";
import { type FieldName, fill, fillLine, isField, namesIn, type Values } from "./fields.ts";
import { withLines } from "./lines.ts";

/** A letter's two texts, with fields or with everything filled in. */
export interface LetterText {
  subject: string;
  /** Restricted Markdown. */
  body: string;
}

export interface Composed extends LetterText {
  missing: FieldName[];
}

/** The letter as one person gets it, still as Markdown. */
export function compose(text: LetterText, values: Values): Composed {
  const subject = fillLine(text.subject, values);
  const body = fill(text.body, values);
  return {
    subject: subject.text,
    body: body.text,
    missing: [...new Set([...subject.missing, ...body.missing])],
  };
}

/** Names in braces that mean nothing, such as a slip of the pen. */
export function unknownFields({ subject, body }: LetterText): string[] {
  return namesIn(subject, body).filter((name) => !isField(name));
}

export interface Around {
  site: Site;
  /** Why they get it. */
  reason: string;
  /** Where one press ends such letters. */
  stopHref: string;
}

/** Both twins of a letter, made of the same words. It looks like a letter: no picture, nothing loaded from anywhere. */
export function writeLetter(
  letter: LetterText,
  { site, reason, stopHref }: Around,
): { text: string; html: string } {
  const body = withLines(letter.body);
  const html = renderMarkdown(body, { site: site.url, absolute: true });
  const stop = "Rather not get such letters? One press is enough";
  const foot = [reason, `${stop}: ${stopHref}`, site.postalAddress].filter(Boolean).join("\n");
  return {
    text: `${renderPlainText(absolute(body, site.url), { links: true })}\n\n-- \n${foot}\n`,
    html: String(
      <>
        {raw("<!doctype html>")}
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>{letter.subject}</title>
          </head>
          <body style={PAPER}>
            <main>{raw(html)}</main>
            <hr />
            <p>
              <small>
                {reason} <a href={stopHref}>{stop}</a>.
                {site.postalAddress && (
                  <>
                    <br />
                    {site.postalAddress}
                  </>
                )}
              </small>
            </p>
          </body>
        </html>
      </>,
    ),
  };
}

/** Mail programs bring no style of their own for the width of a line. */
const PAPER =
  "max-width: 38em; margin: 1.5em auto; padding: 0 1em; font: 16px/1.55 Georgia, 'Times New Roman', serif";

/** Paths on this site in full, for the text without links. */
function absolute(body: string, url: string): string {
  return body.replace(/\]\((\/[^)\s]*)\)/g, `](${url}$1)`);
}
