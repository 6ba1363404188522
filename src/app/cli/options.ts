import { type Command, type Option, type Options, UsageProblem } from "./command.ts";

interface Words {
  words: string[];
  options: Options;
}

/**
 * Parts what was typed behind a command's name into words and options: `--counties 56033,56019`, `--from=2015`,
 * `--json`. Options may stand anywhere.
 *
 * @throws UsageProblem with a sentence that says what is wrong
 */
export function readOptions({ name, options: known = {} }: Command, typed: readonly string[]): Words {
  const words: string[] = [];
  const options = new Map<string, string>();
  const rest = typed.values();
  for (const word of rest) {
    if (!word.startsWith("-")) {
      words.push(word);
      continue;
    }
    const [, key = word, given] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const option = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!option) throw new UsageProblem(`${name} has no option ${optionName(key)}. ${whatIsKnown(known)}`);
    if (options.has(key)) throw new UsageProblem(`--${key} stands there twice.`);
    const takesNext = option.value !== undefined && given === undefined;
    options.set(key, checked(key, option, takesNext ? rest.next().value : given));
  }
  const missing = Object.entries(known).find(([key, { needed }]) => needed && !options.has(key));
  if (missing) throw new UsageProblem(`${name} needs ${shown(...missing)}: ${missing[1].about}`);
  return { words, options };
}

/** Words and options as one list, for the way to the running site. */
export function joinWords(words: readonly string[], options: Options): string[] {
  return [...words, ...[...options].map(([key, value]) => (value === "" ? `--${key}` : `--${key}=${value}`))];
}

/** What `joinWords` joined. */
export function splitWords(joined: readonly string[]): Words {
  const options = new Map<string, string>();
  const words = joined.filter((word) => {
    const [, key, value = ""] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (key !== undefined) options.set(key, value);
    return key === undefined;
  });
  return { words, options };
}

/** An option as help shows it. */
export function shown(key: string, { value }: Option): string {
  return value === undefined ? `--${key}` : `--${key} ${value}`;
}

function checked(key: string, option: Option, value: string | undefined): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageProblem(`--${key} takes no value.`);
    return "";
  }
  if (value === undefined || value.trim() === "" || value.startsWith("--"))
    throw new UsageProblem(`--${key} needs something behind it: ${shown(key, option)}`);
  if (option.oneOf && !option.oneOf.includes(value))
    throw new UsageProblem(`--${key} cannot be “${value}”. It can be ${option.oneOf.join(", ")}.`);
  return value;
}

const optionName = (key: string) => (key.startsWith("-") ? key : `--${key}`);

function whatIsKnown(known: Record<string, Option>): string {
  const names = Object.keys(known).map((key) => `--${key}`);
  return names.length > 0 ? `It knows ${names.join(" and ")}.` : "It takes none.";
}
