import { PartnershipContent } from "../content.ts";

/**
 * What readers may see of a page: champions who agreed to be named, roles that are shown, and leads who are not among
 * those kept back. Every page, feed, file and answer is made from this and from nothing else.
 */
export function publicFace(stored: unknown): PartnershipContent {
  // An earlier release may have written it, so what it left out gets its default.
  const content = PartnershipContent.parse(stored);
  const champions = content.champions.filter(({ consent }) => consent !== null);
  const roles = content.roles.filter(({ shown }) => shown);
  const seen = keysOf([...champions, ...roles].map(({ person }) => person));
  const keptBack = new Set(keysOf([...content.champions, ...content.roles].map(({ person }) => person)));
  for (const key of seen) keptBack.delete(key);
  return {
    ...content,
    champions,
    roles,
    // Who is kept back in one place of the page is not named in another.
    priorities: content.priorities.map((priority) =>
      keysOf([priority.lead]).some((key) => keptBack.has(key)) ? { ...priority, lead: null } : priority,
    ),
  };
}

type Named = { name: string; id: string | null } | null;

/** By what somebody is known to be the same: the id where there is one, the name in any case. */
function keysOf(people: Named[]): string[] {
  return people.flatMap((person) =>
    person ? [person.name.trim().toLowerCase(), ...(person.id ? [person.id] : [])] : [],
  );
}
