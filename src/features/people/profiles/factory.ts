import type { SignedIn, World } from "#kit/world.ts";
import { saveProfile } from "./actions.ts";
import { ProfileForm, shownField } from "./forms.ts";
import type { Audience } from "./tables.ts";
import { PART_KEYS } from "./visibility.ts";

/** Everything that a profile form sends, all parts shown to `shown` unless said otherwise. */
export function profileValues(
  name: string,
  values: Record<string, string | string[]> = {},
  shown: Audience = "public",
): Record<string, string | string[]> {
  return {
    name,
    listedFor: shown,
    writtenBy: shown,
    version: "0",
    ...Object.fromEntries(PART_KEYS.map((part) => [shownField(part), shown])),
    ...values,
  };
}

/** A profile as its owner saved it. */
export async function profileOf(
  world: Pick<World, "ctx">,
  person: SignedIn,
  values: Record<string, string | string[]> = {},
  shown: Audience = "public",
): Promise<{ slug: string }> {
  const form = ProfileForm.parse(profileValues(person.name, values, shown));
  return saveProfile(await world.ctx(person.actor), { id: person.id, name: person.name }, form, null);
}
