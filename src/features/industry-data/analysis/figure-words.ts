import type { Bounded } from "../figures/bounded.ts";

/** How a number of one kind is written. */
export type FigureFormat = (value: number) => string;

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const MINUS = "−";
const withMinus = (text: string) => text.replace("-", MINUS);
/** A true minus and a plus, so that growth and loss are told apart without color; nothing before a zero. */
const signed = (format: Intl.NumberFormat) => (value: number) => {
  const text = format.format(Math.abs(value));
  if (Number(text.replaceAll(",", "")) === 0) return text;
  return `${value < 0 ? MINUS : "+"}${text}`;
};

export const whole: FigureFormat = (value) => withMinus(grouped.format(value));
export const signedWhole: FigureFormat = signed(grouped);
/** A fraction as percent. */
export const percentage: FigureFormat = (value) => `${withMinus(oneDecimal.format(value * 100))}%`;
export const signedPercentage: FigureFormat = (value) => `${signed(oneDecimal)(value * 100)}%`;
/** Rounded half up from the unrounded ratio, as BLS publishes quotients. */
export const quotient: FigureFormat = (value) =>
  twoDecimals.format(Math.floor(value * 100 + 0.5 + 1e-9) / 100);
export const signedQuotient: FigureFormat = signed(twoDecimals);
export const dollars: FigureFormat = (value) =>
  `${value < 0 ? MINUS : ""}$${grouped.format(Math.abs(value))}`;
export const ratio: FigureFormat = (value) => twoDecimals.format(value);

/** What stands where there is no number. */
export const NO_FIGURE = "—";

/** A figure as a reader sees it: exactly, or between what and what. */
export type ShownFigure =
  | { sort: "exact"; text: string }
  /** Reconstructed: a value that is sure only within its bounds. */
  | { sort: "about"; text: string; from: string; to: string }
  /** Withheld: `from` and `to` are what can be said; no `to` where nobody can say. */
  | { sort: "between"; from: string; to: string | undefined }
  | { sort: "none" };

export function shownFigure({ value, low, high }: Bounded, format: FigureFormat): ShownFigure {
  if (value !== null) {
    const text = format(value);
    const from = low === null ? text : format(low);
    const to = high === null ? text : format(high);
    // Bounds that are no wider than the rounding say nothing new.
    return from === text && to === text ? { sort: "exact", text } : { sort: "about", text, from, to };
  }
  if (low === null) return { sort: "none" };
  return { sort: "between", from: format(low), to: high === null ? undefined : format(high) };
}

/** The same in a sentence: "4,210", "at least 1,200 and at most 1,560". */
export function figureWords(figure: Bounded, format: FigureFormat): string {
  const shown = shownFigure(figure, format);
  switch (shown.sort) {
    case "exact":
      return shown.text;
    case "about":
      return `about ${shown.text}`;
    case "between":
      if (shown.to === undefined) return `at least ${shown.from}`;
      return shown.from === shown.to ? `about ${shown.from}` : `between ${shown.from} and ${shown.to}`;
    case "none":
      return "not known";
  }
}
