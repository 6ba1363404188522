import { longDate } from "#ui/dates.tsx";
import type { ShownLead } from "../rules.ts";

/** "since 2013", "from 2013 to March 2018", "until 2018"; empty where nothing is known. */
export function spanWords(from: string | null, to: string | null): string {
  if (from && to) return from === to ? longDate(from) : `from ${longDate(from)} to ${longDate(to)}`;
  if (to) return `until ${longDate(to)}`;
  return from ? `since ${longDate(from)}` : "";
}

/** One lead in a line: name, title, organization and how long, as far as readers may see it. */
export function LeadWords({ lead }: { lead: ShownLead }) {
  const { name, title, organization, href, from, to } = lead;
  const who = name || organization;
  const rest = [title, name ? organization : "", spanWords(from, to)].filter(Boolean).join(", ");
  return (
    <>
      {href ? <a href={href}>{who}</a> : who}
      {rest && `, ${rest}`}
    </>
  );
}
