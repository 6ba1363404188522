/**
 * A letter's Markdown in which each line that was begun stays one: two lines of a signature are not one, whatever
 * Markdown says of a single line break.
 */
export function withLines(body: string): string {
  return body.replace(/(?<=\S)[ \t]*\n(?=[ \t]*\S)/g, "  \n");
}
