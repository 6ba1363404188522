const HOUR = 3_600_000;

/** How long something has waited, as one would say it: "3 days", "an hour". */
export function waitedWords(since: Date, now: Date): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / HOUR);
  const days = Math.floor(hours / 24);
  if (hours < 1) return "less than an hour";
  if (hours === 1) return "an hour";
  if (days < 1) return `${hours} hours`;
  if (days === 1) return "a day";
  if (days < 14) return `${days} days`;
  return `${Math.floor(days / 7)} weeks`;
}
