import type { PartnershipContent } from "../../content.ts";
import { publicFace } from "../../reading/public-face.ts";

type Named = { name: string; id: string | null } | null;

/**
 * An earlier version as it may come back: whoever readers do not see named today may have taken their consent back, so
 * they return unseen, and consent is written down anew.
 */
export function withConsentOfToday(
  earlier: PartnershipContent,
  today: PartnershipContent,
): PartnershipContent {
  const face = publicFace(today);
  const named = new Set(
    [
      ...face.champions.map(({ person }) => person),
      ...face.roles.map(({ person }) => person),
      ...face.priorities.map(({ lead }) => lead),
    ].flatMap(keysOf),
  );
  const isNamed = (person: Named) => keysOf(person).some((key) => named.has(key));
  return {
    ...earlier,
    champions: earlier.champions.map((one) => ({
      ...one,
      consent: isNamed(one.person)
        ? (today.champions.find(({ id }) => id === one.id)?.consent ?? one.consent)
        : null,
    })),
    roles: earlier.roles.map((one) => (one.person && !isNamed(one.person) ? { ...one, shown: false } : one)),
    priorities: earlier.priorities.map((one) => (isNamed(one.lead) ? one : { ...one, lead: null })),
  };
}

const keysOf = (person: Named): string[] =>
  person ? [person.name.trim().toLowerCase(), ...(person.id ? [person.id] : [])] : [];
