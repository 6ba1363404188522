import type { Node } from "prosemirror-model";
import { escapeCharacter, escapeHref } from "./escape.ts";
import type { Piece } from "./pieces.ts";
import { schema } from "./schema.ts";
import { BREAK, type Unit, unitsOf } from "./settle.ts";

type Emphasis = "_" | "**";

/** The inline content of a settled block. Bold is `**` and italic `_`, so that two marks never run together. */
export function writeInline(block: Node): string {
  const pieces: Piece[] = [];
  for (const { href, units } of byLink(unitsOf(block))) {
    if (href === undefined) pieces.push(...emphasize(units));
    else if (isAutolink(href, units))
      pieces.push({ kind: "link", text: `<${href.replace(/^mailto:/, "")}>` });
    else {
      pieces.push({ kind: "link", text: "[" }, ...emphasize(units), {
        kind: "link",
        text: `](${escapeHref(href)})`,
      });
    }
  }
  codeWhereNeeded(pieces);
  const heading = block.type === schema.nodes.heading;
  return pieces.map((piece, index) => writePiece(piece, index, pieces, heading)).join("");
}

function byLink(units: Unit[]): { href: string | undefined; units: Unit[] }[] {
  const groups: { href: string | undefined; units: Unit[] }[] = [];
  for (const unit of units) {
    const href: string | undefined = schema.marks.link.isInSet(unit.marks)?.attrs.href;
    const last = groups.at(-1);
    if (last && last.href === href) last.units.push(unit);
    else groups.push({ href, units: [unit] });
  }
  return groups;
}

function isAutolink(href: string, units: Unit[]): boolean {
  if (units.some((unit) => unit.marks.length > 1)) return false;
  const words = units.map((unit) => unit.text).join("");
  if (href.startsWith("mailto:"))
    return /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(words) && href === `mailto:${words}`;
  return words === href && /^https?:\/\/[\w./~?=:#+-]+$/.test(words);
}

/** Opens and closes marks like brackets: to close an outer one, the inner ones close and open again. */
function emphasize(units: Unit[]): Piece[] {
  const pieces: Piece[] = [];
  const open: Emphasis[] = [];
  for (const [index, unit] of units.entries()) {
    const wanted = emphases(unit);
    while (open.some((mark) => !wanted.includes(mark))) pieces.push({ kind: "close", text: open.pop()! });
    const missing = wanted.filter((mark) => !open.includes(mark));
    missing.sort((a, b) => lasts(b, units, index) - lasts(a, units, index));
    for (const mark of missing) {
      open.push(mark);
      pieces.push({ kind: "open", text: mark });
    }
    pieces.push(
      unit.text === BREAK ? { kind: "break" } : { kind: "character", text: unit.text, coded: false },
    );
  }
  while (open.length > 0) pieces.push({ kind: "close", text: open.pop()! });
  return pieces;
}

function emphases(unit: Unit): Emphasis[] {
  return unit.marks.flatMap((mark): Emphasis[] =>
    mark.type === schema.marks.strong ? ["**"] : mark.type === schema.marks.em ? ["_"] : [],
  );
}

function lasts(mark: Emphasis, units: Unit[], from: number): number {
  let index = from;
  while (index < units.length && emphases(units[index]!).includes(mark)) index += 1;
  return index;
}

type Side = "space" | "letter" | "sign" | "unsure";

/**
 * Markdown lets a mark open or close only beside the right characters: `**now.**then` is not bold. Where a
 * neighbour stands in the way it is written as an entity (`**now.**&#116;hen`), which counts as a sign.
 */
function codeWhereNeeded(pieces: Piece[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (let index = pieces.length - 1; index >= 0; index -= 1) {
      if (pieces[index]?.kind === "open") changed = codeAround(pieces, index, 1) || changed;
    }
    for (let index = 0; index < pieces.length; index += 1) {
      if (pieces[index]?.kind === "close") changed = codeAround(pieces, index, -1) || changed;
    }
  }
  for (const [index, piece] of pieces.entries()) {
    // An accent without its letter would join the mark before it when the text is composed.
    const after = pieces[index - 1]?.kind;
    if (piece.kind === "character" && after !== "character" && /^\p{M}/u.test(piece.text)) piece.coded = true;
    // White space other than the plain space could be trimmed at the end of a line.
    const edge = [pieces[index - 1], pieces[index + 1]].some(
      (near) => near === undefined || near.kind === "break",
    );
    if (piece.kind === "character" && edge && /^\s/.test(piece.text)) piece.coded = true;
  }
}

/** `inward` is the direction of the marked text, seen from the mark. Tells whether it changed anything. */
function codeAround(pieces: Piece[], index: number, inward: 1 | -1): boolean {
  const inside = pieces[index + inward];
  const outside = pieces[index - inward];
  let changed = side(inside) === "space" && code(inside);
  const mark = pieces[index];
  const crowded = mark?.kind !== "break" && mark?.text === "_" ? true : side(inside) !== "letter";
  const blocked = side(outside) === "letter" || side(outside) === "unsure";
  if (crowded && blocked) changed = code(outside) || changed;
  return changed;
}

function code(piece: Piece | undefined): boolean {
  if (piece?.kind !== "character" || piece.coded) return false;
  piece.coded = true;
  return true;
}

function side(piece: Piece | undefined): Side {
  if (piece === undefined || piece.kind === "break") return "space";
  if (piece.kind !== "character" || piece.coded) return "sign";
  if (/^\s/.test(piece.text)) return "space";
  if (/^[!-/:-@[-`{-~]$/.test(piece.text)) return "sign";
  return /^[\p{L}\p{N}]$/u.test(piece.text) && piece.text.length === 1 ? "letter" : "unsure";
}

function writePiece(piece: Piece, index: number, pieces: Piece[], heading: boolean): string {
  if (piece.kind === "break") return "\\\n";
  if (piece.kind !== "character") return piece.text;
  if (piece.coded) return `&#${piece.text.codePointAt(0)};`;
  return escapeCharacter(piece.text, index, pieces, heading);
}
