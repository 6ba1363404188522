import type { Bounded } from "../../figures/bounded.ts";
import { type FigureFormat, NO_FIGURE, shownFigure } from "../figure-words.ts";

/** Beside every figure that depends on something withheld; the table says what it means. */
export const WITHHELD_MARK = "w";

/** A figure in a table: exact, or what can be said of it, marked where something is withheld. */
export function Figure({ figure, format }: { figure: Bounded; format: FigureFormat }) {
  const shown = shownFigure(figure, format);
  if (shown.sort === "none") return <>{NO_FIGURE}</>;
  if (shown.sort === "exact") return <>{shown.text}</>;
  if (shown.sort === "about")
    return (
      <>
        {shown.text}
        <abbr class="figure-mark" title={`between ${shown.from} and ${shown.to}`}>
          e
        </abbr>
      </>
    );
  return (
    <span class="figure-between">
      {shown.to === undefined ? `at least ${shown.from}` : `${shown.from} to ${shown.to}`}
      <abbr class="figure-mark" title="partly withheld">
        {WITHHELD_MARK}
      </abbr>
    </span>
  );
}
