import type { PartnershipContent } from "../../content.ts";

/** What stands where a name was, so that whoever reads a version knows why. */
export const FORGOTTEN = "Somebody who asked to be forgotten";

/** Who is to be let go: by id, and by name where one of that name was typed. An empty name is nobody's. */
export interface Forgotten {
  id: string;
  name: string;
}

type Named = { name: string; id: string | null } | null;

/** A page without this person: their name, their words, and who asked whom. */
export function withoutPerson(page: PartnershipContent, who: Forgotten): PartnershipContent {
  const isThem = (person: Named): boolean =>
    person !== null &&
    (person.id === who.id || (person.id === null && who.name !== "" && sameName(person.name, who.name)));
  return {
    ...page,
    priorities: page.priorities.map((one) => (isThem(one.lead) ? { ...one, lead: null } : one)),
    champions: page.champions.map((one) => {
      const asked =
        one.consent && who.name && sameName(one.consent.recordedBy, who.name)
          ? { ...one.consent, recordedBy: FORGOTTEN }
          : one.consent;
      if (!isThem(one.person)) return { ...one, consent: asked };
      return {
        ...one,
        person: { name: FORGOTTEN, id: null },
        title: "",
        words: "",
        video: null,
        transcript: "",
        consent: null,
      };
    }),
    roles: page.roles.map((one) => {
      if (!isThem(one.person)) return one;
      return one.organization
        ? { ...one, person: null, title: "" }
        : { ...one, person: { name: FORGOTTEN, id: null }, title: "", shown: false };
    }),
  };
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
