import type { GuestCounts } from "../guests/queries.ts";

/** "12 businesses and 5 support partners": people of both sides. */
export function sidesWords(business: number, others: number): string {
  return `${business} from business, ${others} from support partners`;
}

export function answersWords({ business, public: others }: GuestCounts): string {
  const asked = business.asked + others.asked;
  if (asked === 0) return "Nobody is on the guest list yet.";
  const sum = (key: "yes" | "maybe" | "no" | "open" | "waiting") => business[key] + others[key];
  const words = [
    `${sum("yes")} of ${asked} come`,
    sum("maybe") > 0 && `${sum("maybe")} maybe`,
    sum("no") > 0 && `${sum("no")} cannot`,
    sum("open") > 0 && (sum("open") === 1 ? "one has not answered" : `${sum("open")} have not answered`),
    sum("waiting") > 0 && `${sum("waiting")} still to be invited`,
  ].filter(Boolean);
  return `${words.join(", ")}.`;
}

export function cameWords(counts: GuestCounts): string {
  const { business, public: others } = counts;
  if (business.came + others.came === 0) return "Nobody is written down as having come.";
  return `${sidesWords(business.came, others.came)} came.`;
}

/** "3 : 1", as people say it; the smaller side is 1. Null where one side is empty and there is no ratio to tell. */
export function ratioWords(business: number, others: number): string | null {
  if (business === 0 || others === 0) return null;
  const one = (number: number) => String(Math.round(number * 10) / 10);
  return business >= others ? `${one(business / others)} : 1` : `1 : ${one(others / business)}`;
}
