import { contactPath, nameOrAddress } from "#features/roster/public.ts";
import type { People } from "../people.ts";

/** Somebody of the roster with a way to their entry; nothing for nobody. */
export function PersonName({ id, people, slug }: { id: string | null; people: People; slug: string }) {
  const person = id ? people.get(id) : undefined;
  if (!person) return null;
  return (
    <a href={contactPath(slug, person.id)}>
      <bdi>{nameOrAddress(person)}</bdi>
    </a>
  );
}

export function nameOf(id: string | null, people: People): string | undefined {
  const person = id ? people.get(id) : undefined;
  return person && nameOrAddress(person);
}
