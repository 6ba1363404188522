/**
 * What a text may name in double braces. `ours`: made by the house, such as a date or a link. `typed`: words that
 * somebody typed; they are set as words, whatever they look like.
 */
export const FIELDS = {
  greeting: { trust: "typed", words: "the greeting with the name" },
  name: { trust: "typed", words: "the whole name" },
  company: { trust: "typed", words: "the company" },
  title: { trust: "typed", words: "the job title" },
  caresAbout: { trust: "typed", words: "what they said they care about" },
  met: { trust: "typed", words: "whom they met" },
  champion: { trust: "typed", words: "the champion’s name" },
  championTitle: { trust: "typed", words: "the champion’s job title" },
  championCompany: { trust: "typed", words: "the champion’s company" },
  sender: { trust: "typed", words: "who gets the answers" },
  partnership: { trust: "typed", words: "the partnership’s name" },
  region: { trust: "typed", words: "the region" },
  meeting: { trust: "typed", words: "what the meeting is called" },
  meetingDay: { trust: "ours", words: "the day of the meeting" },
  meetingTime: { trust: "ours", words: "from when to when" },
  meetingPlace: { trust: "typed", words: "where it is" },
  purpose: { trust: "typed", words: "what the meeting is for" },
  agenda: { trust: "ours", words: "the agenda, as a list" },
  rsvpLink: { trust: "ours", words: "the guest’s own link to say yes or no" },
  notesDay: { trust: "ours", words: "when the notes come" },
  nextMeeting: { trust: "ours", words: "when the next meeting is" },
  priorities: { trust: "ours", words: "the priorities with their votes, as a list" },
  signUps: { trust: "ours", words: "who signed up, as a list" },
  action: { trust: "ours", words: "the one thing to do, as a link" },
} as const satisfies Record<string, { trust: "ours" | "typed"; words: string }>;

export type FieldName = keyof typeof FIELDS;

/** What stands in for a field, or null where nobody knows it. What is `ours` is Markdown already. */
export type Values = Partial<Record<FieldName, string | null>>;

export function isField(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

const FIELD = /\{\{\s*([A-Za-z]+)\s*\}\}/g;

/** Every name in double braces, once, in the order it comes; those that are no fields too. */
export function namesIn(...texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(FIELD)].map(([, name]) => name!)))];
}

export interface Filled {
  text: string;
  /** Fields whose value nobody knows. */
  missing: FieldName[];
}

/** A text of several lines, still Markdown, with its fields filled in. */
export function fill(text: string, values: Values): Filled {
  return filled(text, values, (name, value) =>
    FIELDS[name].trust === "ours" ? value : asMarkdown(typedWords(value)),
  );
}

/** One line without markup, such as a subject. */
export function fillLine(text: string, values: Values): Filled {
  const { text: line, missing } = filled(text, values, (_, value) => typedWords(value));
  return { text: line.replace(/\s+/g, " ").trim(), missing };
}

function filled(text: string, values: Values, set: (name: FieldName, value: string) => string): Filled {
  const missing = new Set<FieldName>();
  // One pass: what a value brings along is never looked at for fields.
  const out = text.replace(FIELD, (whole, name: string) => {
    if (!isField(name)) return whole;
    const value = values[name];
    if (value) return set(name, value);
    missing.add(name);
    return `[${FIELDS[name].words}]`;
  });
  return { text: out, missing: [...missing] };
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Words that somebody typed, as one line that brings nothing along: no line of a header, no field, nothing that a mail
 * program makes a link of. A name that is written from right to left is set apart, so that what follows stays in order.
 */
export function typedWords(value: string): string {
  const line = value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replaceAll("{{", "{ {")
    .replaceAll("}}", "} }")
    .trim();
  const words = line
    // A word joiner is seen by no reader and ends every mail program's idea of an address.
    .replace(/:\/\//g, ":\u2060/\u2060/")
    .replace(/(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})/gu, ".\u2060")
    .replace(/(?<=\S)@(?=\S)/g, "@\u2060");
  return RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words;
}

/** Words as Markdown that means just them. Only what would mean something is marked, since people edit it. */
export function asMarkdown(words: string): string {
  return words
    .replace(/[\\`*_[\]<>#~|{}]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^([-+=:])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
