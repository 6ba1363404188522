/** A name or an address as two people may write it: without case, accents and marks, so O’Brien is O'Brien. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[’'`´.]/g, "")
    .replace(/[^\p{L}\p{N}@]+/gu, " ")
    .trim();
}

export interface Listed {
  id: string;
  name: string;
  email: string | null;
}

/** What the lookup answers: the ones that are meant, or that the words fit too many to say. */
export type Found = { kind: "some"; ids: string[] } | { kind: "too-many" } | { kind: "too-short" };

const MOST_FOUND = 5;

/**
 * Whom somebody at the door means by what they typed: their whole address, or whole words of their name. Part of a word
 * finds nobody, so that the list cannot be read out letter by letter.
 */
export function lookUp(typed: string, listed: readonly Listed[]): Found {
  const email = typed.trim().toLowerCase();
  const byAddress = listed.filter((one) => one.email && one.email === email);
  if (byAddress.length > 0) return { kind: "some", ids: byAddress.map(({ id }) => id) };
  const words = plain(typed).split(" ").filter(Boolean);
  // Names of two letters are names; an initial is none.
  if (!words.some((word) => word.length >= 2)) return { kind: "too-short" };
  const found = listed.filter(({ name }) => {
    const own = plain(name).split(" ");
    return words.every((word) => own.includes(word));
  });
  if (found.length > MOST_FOUND) return { kind: "too-many" };
  return { kind: "some", ids: found.map(({ id }) => id) };
}
