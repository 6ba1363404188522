/** One block of a mail, from which both its twins can be made. */
export type MailBlock =
  | { kind: "heading"; words: string }
  | { kind: "paragraph"; words: string }
  | { kind: "list"; items: string[] }
  | { kind: "quote"; words: string }
  | { kind: "action"; label: string; href: string }
  /** Answers to choose from, side by side. */
  | { kind: "choices"; options: { label: string; href: string }[] };

const WIDTH = 72;

/** The plain text twin of a mail: subject as heading, blocks, and the footer after the usual two hyphens. */
export function plainText(mail: { subject: string; blocks: MailBlock[]; footer: string }): string {
  const parts = [underlined(mail.subject, "="), ...mail.blocks.map(blockText)];
  return `${parts.join("\n\n")}\n\n-- \n${wrapped(mail.footer)}\n`;
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case "heading":
      return underlined(block.words, "-");
    case "paragraph":
      return wrapped(block.words);
    case "list":
      return block.items.map((item) => wrapped(item, "- ", "  ")).join("\n");
    case "quote":
      return block.words
        .split("\n")
        .map((line) => wrapped(line, "> ", "> "))
        .join("\n");
    case "action":
      return `${block.label}:\n${block.href}`;
    case "choices":
      return block.options.map(({ label, href }) => `${label}:\n${href}`).join("\n");
  }
}

function underlined(words: string, line: string): string {
  return `${words}\n${line.repeat(Math.min(WIDTH, words.length))}`;
}

/** Breaks lines at spaces only, so that an address stays in one piece. */
function wrapped(words: string, first = "", rest = first): string {
  const lines: string[] = [];
  for (const paragraph of words.split("\n")) {
    let line = lines.length === 0 ? first : rest;
    const indent = line;
    let empty = line === indent;
    for (const word of paragraph.split(/ +/)) {
      if (!empty && line.length + 1 + word.length > WIDTH) {
        lines.push(line);
        line = rest;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines.join("\n");
}
