import type { Piece } from "./pieces.ts";

/** One character of a text, with a backslash where Markdown would take it for a mark. */
export function escapeCharacter(text: string, index: number, pieces: Piece[], heading: boolean): string {
  return needsEscape(text, index, pieces, heading) ? `\\${text}` : text;
}

function needsEscape(text: string, index: number, pieces: Piece[], heading: boolean): boolean {
  const next = plain(pieces[index + 1]);
  if ("\\*[]`".includes(text)) return true;
  if (text === "_") return !(isWord(plain(pieces[index - 1])) && isWord(next));
  if (text === "<") return next !== " " && pieces[index + 1] !== undefined;
  if (text === "!") return startsLink(pieces[index + 1]);
  if (text === "&") return /^&(#\d|#x|[a-z][a-z0-9]{0,31};)/i.test(ahead(pieces, index, 34));
  if (text === "#" && heading) return endsHeading(pieces, index);
  return !heading && needsEscapeAtStart(text, index, pieces);
}

function needsEscapeAtStart(text: string, index: number, pieces: Piece[]): boolean {
  if (">#-+=~".includes(text)) return startsLine(pieces, index);
  if (text !== "." && text !== ")") return false;
  const next = pieces[index + 1];
  if (next?.kind === "character" && next.text !== " ") return false;
  let first = index;
  while (first > 0 && /^\d$/.test(plain(pieces[first - 1]))) first -= 1;
  return first < index && index - first <= 9 && startsLine(pieces, first);
}

function startsLine(pieces: Piece[], index: number): boolean {
  return index === 0 || pieces[index - 1]?.kind === "break";
}

/** Hashes at the end of a heading are taken for its closing fence, if a space stands before them. */
function endsHeading(pieces: Piece[], index: number): boolean {
  const before = pieces[index - 1];
  return (
    (before === undefined || plain(before) === " ") &&
    pieces.slice(index).every((piece) => plain(piece) === "#")
  );
}

function plain(piece: Piece | undefined): string {
  return piece?.kind === "character" && !piece.coded ? piece.text : "";
}

function ahead(pieces: Piece[], index: number, length: number): string {
  let text = "";
  for (let at = index; at < index + length && plain(pieces[at]); at += 1) text += plain(pieces[at]);
  return text;
}

function isWord(text: string): boolean {
  return /^[a-z0-9]$/i.test(text);
}

function startsLink(piece: Piece | undefined): boolean {
  return piece?.kind === "link" && piece.text === "[";
}

/** An address between the parentheses of a link. */
export function escapeHref(href: string): string {
  return href.replace(/[\\()<>&]/g, "\\$&");
}
