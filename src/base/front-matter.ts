import { parseDocument } from "yaml";

/** A file of content in its two parts: what stands between the `---` lines, parsed but not yet checked, and the text below. */
export type FrontMatter = { matter: unknown; body: string };

/** The front matter cannot be read. The message names the line of the file, for the person who edits it. */
export class BrokenFrontMatter extends Error {
  override name = "BrokenFrontMatter";
}

/**
 * Splits a Markdown file with YAML front matter.
 * A file without front matter has the matter `undefined`, one with nothing between its `---` lines `null`.
 * The body comes with `\n` line ends and without blank lines around it.
 * Dates stay text, so that no time zone can move them.
 *
 * @throws BrokenFrontMatter where the block is never closed or is not YAML.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  if (!isFence(lines[0])) return { matter: undefined, body: lines.join("\n").trim() };
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end === -1) {
    throw new BrokenFrontMatter(
      'The front matter opens with "---" on line 1 and is never closed. Put a second "---" on a line of its own below it.',
    );
  }
  return {
    matter: parseMatter(lines.slice(1, end)),
    body: lines
      .slice(end + 1)
      .join("\n")
      .trim(),
  };
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/.test(line);
}

function parseMatter(lines: string[]): unknown {
  const document = parseDocument(lines.join("\n"), { prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const line = lineAt(lines, error.pos[0]);
    // The commonest slip by far, and the parser's own words for it help nobody.
    const why =
      error.code === "BLOCK_AS_IMPLICIT_KEY"
        ? 'there is a second ": " in the line. Put quotation marks around the whole value.'
        : error.message;
    throw new BrokenFrontMatter(`The front matter cannot be read at line ${line} of the file: ${why}`);
  }
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw new BrokenFrontMatter("The front matter uses YAML aliases (*name), which are not read here.", {
      cause,
    });
  }
}

/** Counted from 1, with the opening fence as the first line. */
function lineAt(lines: string[], offset: number): number {
  return lines.join("\n").slice(0, offset).split("\n").length + 1;
}
