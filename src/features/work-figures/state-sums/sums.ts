/** Nothing is summed over fewer partnerships than this. */
export const LEAST = 5;

/** What one partnership did in a year. */
export interface YearOfWork {
  /** Meetings of the whole partnership that were held. */
  meetings: number;
  /** People who came to them, for a business and for a public partner; who came to two counts twice. */
  business: number;
  public: number;
  /** Meetings whose follow-up went out on their day. */
  sameDay: number;
  /** For each meeting that has notes: days from the meeting to them. */
  daysToNotes: number[];
  /** Companies that came, of them those that never came before, and those that also came in the year before. */
  engaged: number;
  fresh: number;
  returning: number;
  /** Companies that came in the year before. */
  before: number;
  welcomes: number;
  /** The plan at its last review of the year; null where there was none. */
  plan: { priorities: number; ledByBusiness: number } | null;
}

/** A year's work of several partnerships together. A part that fewer than five have something to say to is null. */
export interface YearSums {
  meetings: number;
  business: number;
  public: number;
  sameDay: number;
  /** The middle one of all meetings with notes; null where fewer than five partnerships have any. */
  daysToNotes: number | null;
  engaged: number;
  fresh: number;
  retained: { returning: number; before: number } | null;
  welcomes: number;
  plans: { partnerships: number; priorities: number; ledByBusiness: number } | null;
}

/**
 * Adds up a year's work; undefined where fewer than five partnerships met in it. Who did not meet is not counted: that
 * is known to anybody, and four zeros would give away the fifth.
 */
export function sumsOf(all: readonly YearOfWork[]): { partnerships: number; sums: YearSums } | undefined {
  const years = all.filter(({ meetings }) => meetings > 0);
  if (years.length < LEAST) return undefined;
  const planned = years.flatMap(({ plan }) => plan ?? []);
  const compared = years.filter(({ before }) => before > 0);
  const noted = years.filter(({ daysToNotes }) => daysToNotes.length > 0);
  return {
    partnerships: years.length,
    sums: {
      meetings: total(years, "meetings"),
      business: total(years, "business"),
      public: total(years, "public"),
      sameDay: total(years, "sameDay"),
      daysToNotes: noted.length < LEAST ? null : middle(noted.flatMap(({ daysToNotes }) => daysToNotes)),
      engaged: total(years, "engaged"),
      fresh: total(years, "fresh"),
      retained:
        compared.length < LEAST
          ? null
          : { returning: total(compared, "returning"), before: total(compared, "before") },
      welcomes: total(years, "welcomes"),
      plans:
        planned.length < LEAST
          ? null
          : {
              partnerships: planned.length,
              priorities: planned.reduce((sum, { priorities }) => sum + priorities, 0),
              ledByBusiness: planned.reduce((sum, { ledByBusiness }) => sum + ledByBusiness, 0),
            },
    },
  };
}

type Counted = Exclude<keyof YearOfWork, "daysToNotes" | "plan">;

function total(years: readonly YearOfWork[], what: Counted): number {
  return years.reduce((sum, year) => sum + year[what], 0);
}

/** Of an even number, half-way between the two in the middle. */
export function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
