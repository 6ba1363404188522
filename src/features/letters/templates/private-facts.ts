import type { Workspace } from "#features/partnerships/public.ts";
import type { Contact } from "#features/roster/public.ts";

/** Something in a text that belongs to one partnership alone. */
export interface PrivateFact {
  found: string;
  /** What stands in its place. */
  becomes: string;
}

const PATTERNS: { what: RegExp; becomes: string }[] = [
  { what: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, becomes: "[an e-mail address]" },
  { what: /\bhttps?:\/\/[^\s)>\]]+/g, becomes: "https://example.org" },
  { what: /(?:\+1[\s.-]?)?\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b/g, becomes: "[a telephone number]" },
];

/**
 * A text without what would tell whose it was: names of the partnership, its region, its people and companies become
 * fields or brackets, addresses and numbers too. What was found is shown before anything leaves; a person reads it
 * again, for no list knows everything that is private.
 */
export function withoutPrivateFacts(
  text: string,
  { workspace, contacts }: { workspace: Pick<Workspace, "name" | "region">; contacts: readonly Contact[] },
): { text: string; facts: PrivateFact[] } {
  const names: PrivateFact[] = [
    { found: workspace.name, becomes: "{{partnership}}" },
    { found: workspace.region, becomes: "{{region}}" },
    ...contacts.flatMap(({ name, company }) => [
      ...(name.includes(" ") ? [{ found: name, becomes: "[a name]" }] : []),
      ...(company ? [{ found: company.name, becomes: "[a company]" }] : []),
    ]),
  ].filter(({ found }) => found.trim().length >= 3);
  // The longest first: "Ruiz & Sons Supply" is not to become "[a company] Supply".
  names.sort((a, b) => b.found.length - a.found.length);
  const facts = new Map<string, string>();
  let out = text;
  for (const { found, becomes } of names) {
    const word = new RegExp(
      `(?<![\\p{L}\\p{N}])${found.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`,
      "giu",
    );
    out = out.replace(word, (match) => {
      facts.set(match, becomes);
      return becomes;
    });
  }
  for (const { what, becomes } of PATTERNS)
    out = out.replace(what, (match) => {
      if (match.startsWith("https://example.org")) return match;
      facts.set(match, becomes);
      return becomes;
    });
  return { text: out, facts: [...facts].map(([found, becomes]) => ({ found, becomes })) };
}
