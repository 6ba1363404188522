import { cleanLine } from "#base/clean-text.ts";

/** Somebody as a pasted list names them. */
export interface Pasted {
  name: string;
  /** Lower case. */
  email: string | null;
  company: string;
}

const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[^\s<>()"',;:]+/;

/**
 * People out of what was pasted: an e-mail's recipients ("Ann Lee <ann@lee.example>; …"), cells copied from a
 * spreadsheet, or one a line as "Ann Lee, Lee Milling, ann@lee.example". What holds neither a name nor an address is
 * left out; an address that comes twice counts once.
 */
export function readPasted(text: string): Pasted[] {
  const people = text.split(/\r?\n/).flatMap(entriesOf).map(personIn);
  const seen = new Set<string>();
  return people.filter(({ name, email }) => {
    const key = email ?? name.toLowerCase();
    if (!key || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A line with several addresses is a list of recipients; any other is one person. */
function entriesOf(line: string): string[] {
  const addresses = line.match(new RegExp(ADDRESS, "g")) ?? [];
  if (addresses.length < 2) return [line];
  // A comma inside of quotes belongs to a name: "Lee, Ann" <ann@lee.example>.
  const parts = line.match(/(?:"[^"]*"|<[^>]*>|[^",;<])+/g) ?? [];
  return parts.reduce<string[]>((entries, part) => {
    // "Lee, Ann <ann@lee.example>" without quotes: what has no address yet waits for the part that has.
    const last = entries.at(-1);
    if (last !== undefined && !ADDRESS.test(last)) entries[entries.length - 1] = `${last}, ${part.trim()}`;
    else entries.push(part.trim());
    return entries;
  }, []);
}

function personIn(entry: string): Pasted {
  const email = entry.match(ADDRESS)?.[0].toLowerCase() ?? null;
  const rest = email ? entry.replace(ADDRESS, "") : entry;
  const quoted = rest.match(/"([^"]*)"/)?.[1];
  if (quoted !== undefined) return { name: upright(quoted), email, company: "" };
  const cells = rest
    .replace(/mailto:/gi, "")
    .replace(/<\s*>|\(\s*\)/g, "")
    .split(/\t|,(?=\s|$)|;/)
    .map((cell) => cleanLine(cell.replace(/[<>]/g, "")))
    .filter(Boolean);
  // "Lee, Ann <ann@lee.example>": two single words before an address in angle brackets are one name turned round.
  if (email && cells.length === 2 && entry.includes("<") && cells.every((cell) => !cell.includes(" ")))
    return { name: `${cells[1]} ${cells[0]}`.slice(0, 120), email, company: "" };
  return { name: (cells[0] ?? "").slice(0, 120), email, company: (cells[1] ?? "").slice(0, 160) };
}

/** "Lee, Ann" as "Ann Lee". */
function upright(name: string): string {
  const [last, first, ...more] = name.split(",").map(cleanLine);
  return (first && more.length === 0 ? `${first} ${last}` : cleanLine(name)).slice(0, 120);
}
