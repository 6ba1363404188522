import type { Contact } from "#features/roster/public.ts";
import { nameOrAddress } from "#features/roster/public.ts";
import { longDate } from "#ui/dates.tsx";
import type { PlanAction, Priority } from "../queries.ts";
import { withoutNames } from "../shown/masking.ts";

/** Somebody who may be named in a story once they agreed. */
export interface Named {
  contact: Contact;
  part: "owner" | "business lead" | "support lead";
}

export interface StoryFacts {
  partnership: string;
  priority: Priority;
  objective: string | null;
  action: PlanAction;
  /** Everybody who has a part in it. */
  named: readonly Named[];
  /** Contact ids of those who agreed to be named. */
  agreed: ReadonlySet<string>;
  /** Every name of the roster that stands in the texts. */
  names: readonly string[];
}

/** Title, summary and a first story; whoever did not agree is in none of them. */
export function storyOf(facts: StoryFacts): { title: string; summary: string; story: string } {
  const { partnership, priority, action, named, agreed } = facts;
  const who = named.filter(({ contact }) => agreed.has(contact.id));
  const open = new Set(who.map(({ contact }) => nameOrAddress(contact)));
  const hidden = facts.names.filter((name) => !open.has(name));
  const clean = (text: string) => withoutNames(text, hidden);
  const parts = [
    `${partnership} set out to do this for its priority “${clean(priority.title)}”${
      facts.objective ? `, towards “${clean(facts.objective)}”` : ""
    }: ${clean(action.words)}. It was done on ${longDate(action.statusOn)}.`,
    ...(priority.problem ? [`## What it was about\n\n${clean(priority.problem)}`] : []),
    ...(action.evidence ? [`## What shows it\n\n${clean(action.evidence)}`] : []),
    ...(action.evidenceUrl ? [`See ${action.evidenceUrl}`] : []),
    ...(who.length > 0 ? [`## Who did it\n\n${who.map((one) => `- ${personWords(one)}`).join("\n")}`] : []),
  ];
  return {
    title: clean(action.words),
    summary: `A result of “${clean(priority.title)}”, a priority that businesses of ${partnership} set.`,
    story: parts.join("\n\n"),
  };
}

function personWords({ contact, part }: Named): string {
  const company = contact.company ? `, ${contact.company.name}` : "";
  return `${nameOrAddress(contact)}${company} (${part})`;
}
