import type { Bounded } from "../../figures/bounded.ts";
import { type FigureFormat, NO_FIGURE, shownFigure } from "../figure-words.ts";

/** Beside every figure that depends on something withheld; the table says what it means. */
export const WITHHELD_MARK = "w";

/**
 * A figure in a table: exact, or what can be said of it, marked where something is withheld. Bounds further apart than
 * `widest` say nothing that helps: a dash stands for them then, and they can be looked up.
 */
export function Figure(props: { figure: Bounded; format: FigureFormat; widest?: number }) {
  const { figure, format, widest } = props;
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
  if (saysNothing(figure, widest))
    return (
      <>
        {NO_FIGURE}
        <abbr class="figure-mark" title={`withheld: ${shown.from} to ${shown.to ?? "nobody can say"}`}>
          {WITHHELD_MARK}
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

function saysNothing({ value, low, high }: Bounded, widest = Number.POSITIVE_INFINITY): boolean {
  if (value !== null || widest === Number.POSITIVE_INFINITY) return false;
  return low === null || high === null || high - low > widest;
}
