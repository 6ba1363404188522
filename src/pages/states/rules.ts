import type { LedPartnership } from "#features/partnerships/public.ts";

/** What the page of a partnership lacks, as its state's lead would say it to those who look after it. */
export function lackingIn(partnership: LedPartnership, tendedBy: number): string[] {
  const lacking: string[] = [];
  if (tendedBy === 0) lacking.push("nobody looks after its page");
  else if (!partnership.contactable) lacking.push("takes no letters");
  if (partnership.conveners === 0) lacking.push("no convener named");
  if (partnership.champions === 0) lacking.push("no champion named");
  if (partnership.counties === 0 && !partnership.wholeState) lacking.push("counties not told");
  return lacking;
}

const DAY = 86_400_000;

/** How long ago, in words a person would use: "today", "5 days ago", "4 months ago". */
export function agoWords(at: Date, now: Date): string {
  const days = Math.floor((now.getTime() - at.getTime()) / DAY);
  if (days < 1) return "today";
  if (days < 2) return "yesterday";
  if (days < 60) return `${days} days ago`;
  const months = Math.floor(days / 30.4);
  return months < 24 ? `${months} months ago` : `${Math.floor(days / 365)} years ago`;
}
