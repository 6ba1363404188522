const HONORIFICS = /^(mr|mrs|ms|mx|miss|dr|prof|professor|rev|sen|rep|hon)\.?$/i;

/** A name to be called by and, where it is known, one that a letter prefers. */
export interface Called {
  name: string;
  greeting: string;
  email?: string | null;
}

/**
 * What a letter calls somebody: as they wish, else the first of their names, else the whole of what is written where
 * that is no given name ("Dr. Okafor"); null where nobody knows what they are called.
 */
export function firstNameOf({ name, greeting }: Pick<Called, "name" | "greeting">): string | null {
  if (greeting) return greeting;
  const words = name.split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  // "Dr. Ann Lee" is Ann to a champion; "Dr. Lee" has told no other name.
  if (HONORIFICS.test(words[0]!)) return words.length > 2 ? words[1]! : words.join(" ");
  // "Lee, Ann" as lists out of other programs have it.
  if (words[0]!.endsWith(",") && words.length > 1) return words[1]!;
  return words[0]!;
}

/** What a list calls somebody: the name, or the address of whom no name is known. */
export function nameOrAddress({ name, email }: Pick<Called, "name" | "email">): string {
  return name || (email ?? "Somebody");
}
