/** What stands where somebody's name was. */
const SOMEBODY = "somebody of the team";
const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * A text of the team's without these people's names and without anybody's e-mail address. Whoever is called by a first
 * name alone is not found, which is why a team reads what everyone would see before it is shown.
 */
export function withoutNames(text: string, names: readonly string[]): string {
  return (
    names
      .map((name) => name.trim())
      // One word is a first name or none: taking out every "Grace" or "Will" would take out more than names.
      .filter((name) => /\S\s+\S/.test(name))
      .sort((a, b) => b.length - a.length)
      .reduce((words, name) => words.replace(nameIn(name), SOMEBODY), text)
      .replace(ADDRESS, "an e-mail address")
  );
}

function nameIn(name: string): RegExp {
  const words = name.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("\\s+")}(?![\\p{L}\\p{N}])`, "giu");
}
