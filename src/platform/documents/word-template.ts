import { fromBuffer } from "yauzl";
import { done, type Outcome, problem } from "#base/outcome.ts";

/** Far more than any letter has; what is beyond is a bomb, or a book. */
const MOST_ENTRIES = 2_000;
const MOST_UNPACKED_BYTES = 60 * 2 ** 20;
const MOST_XML_BYTES = 8 * 2 ** 20;

const FILE = "wordFile";

/** What docxtemplater says of a template, as far as we read it. */
interface TemplateFault {
  properties?: { id?: string; xtag?: string; context?: string; errors?: TemplateFault[] };
  message?: string;
}

interface Tag {
  type?: string;
  value?: string;
  module?: string;
  subparsed?: Tag[];
}

/**
 * Looks into a Word file that is to be filled in: which `{fields}` it has. Refused, in words for whoever made it, where
 * it is no whole Word file, unpacks to more than a letter can hold, runs macros, or uses braces in a way that is more
 * than a field.
 *
 * @param known names that can be filled in
 */
export async function readWordTemplate(
  bytes: Uint8Array,
  known: readonly string[],
): Promise<Outcome<{ fields: string[] }>> {
  const parts = await partsOf(bytes);
  if (!parts.ok) return parts;
  const opened = await openTemplate(bytes);
  if (!opened.ok) return opened;
  const { tags, names } = opened.value;
  const loop = tags.find(({ module }) => module === "loop");
  if (loop)
    return problem(
      FILE,
      `{#${loop.value ?? ""}} begins a part that repeats. A letter has only plain fields, such as {greeting}; please take {#…} and {/…} out.`,
    );
  const special = tags.find(({ module }) => module);
  if (special)
    return problem(
      FILE,
      `{${special.value ?? ""}} is more than a plain field. Please use fields such as {greeting} only.`,
    );
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length > 0)
    return problem(
      FILE,
      `Nothing is called ${strange
        .slice(0, 8)
        .map((name) => `{${name}}`)
        .join(
          ", ",
        )}. The names that can stand in braces are listed on this page; look for a slip in the spelling.`,
    );
  if (names.length === 0)
    return problem(
      FILE,
      "There is no field in this file, so every letter would be the same. Write {greeting} and {letter} where they belong, and send it again.",
    );
  return done({ fields: names });
}

async function partsOf(bytes: Uint8Array): Promise<Outcome<null>> {
  const broken = problem(
    FILE,
    "This Word file is damaged: it cannot be unpacked. Open it in Word, save it anew, and send that.",
  );
  return new Promise((resolve) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) return resolve(broken);
      let entries = 0;
      let unpacked = 0;
      const names = new Set<string>();
      const refuse = (outcome: Outcome<null>) => {
        zip.close();
        resolve(outcome);
      };
      zip.on("error", () => refuse(broken));
      zip.on("entry", ({ fileName, uncompressedSize }: { fileName: string; uncompressedSize: number }) => {
        entries += 1;
        unpacked += uncompressedSize;
        names.add(fileName);
        if (/vbaProject|\.bin$/i.test(fileName) && /vba|macro/i.test(fileName))
          return refuse(
            problem(
              FILE,
              "This file holds macros, which are programs. Save it as a plain Word document (.docx) and send that.",
            ),
          );
        if (
          entries > MOST_ENTRIES ||
          unpacked > MOST_UNPACKED_BYTES ||
          (/\.xml$/.test(fileName) && uncompressedSize > MOST_XML_BYTES)
        )
          return refuse(
            problem(
              FILE,
              "Unpacked, this file is larger than any letter. Take large pictures out, or begin from a new document.",
            ),
          );
        zip.readEntry();
      });
      zip.on("end", () =>
        resolve(
          names.has("word/document.xml") && names.has("[Content_Types].xml")
            ? done(null)
            : problem(FILE, "This is not a Word document inside. Save it as .docx in Word and send that."),
        ),
      );
      zip.readEntry();
    });
  });
}

async function openTemplate(bytes: Uint8Array): Promise<Outcome<{ tags: Tag[]; names: string[] }>> {
  const tags: Tag[] = [];
  // Its own module for looking inside needs a package that it does not bring along.
  const collector = {
    name: "TagCollector",
    set({ inspect }: { inspect?: { postparsed?: Tag[] } }) {
      collect(inspect?.postparsed ?? [], tags);
    },
  };
  try {
    await templateFrom(bytes, [collector]);
  } catch (error) {
    return problem(FILE, faultWords(error as TemplateFault));
  }
  const names = tags.filter(({ module }) => !module).map(({ value }) => (value ?? "").trim());
  return done({ tags, names: [...new Set(names)] });
}

function collect(parts: readonly Tag[], into: Tag[]): void {
  for (const part of parts) {
    if (part.type !== "placeholder") continue;
    into.push(part);
    collect(part.subparsed ?? [], into);
  }
}

async function templateFrom(bytes: Uint8Array, modules: object[] = []) {
  const [{ default: PizZip }, { default: Docxtemplater }] = await Promise.all([
    import("pizzip"),
    import("docxtemplater"),
  ]);
  return new Docxtemplater(new PizZip(bytes as never), {
    linebreaks: true,
    paragraphLoop: false,
    modules: modules as never,
    errorLogging: false,
    // What nobody knows is named before anything is written; it never becomes the word "undefined".
    nullGetter: () => "",
  });
}

function faultWords(fault: TemplateFault): string {
  const first = fault.properties?.errors?.[0] ?? fault;
  const { id = "", xtag = "", context = "" } = first.properties ?? {};
  const near = (xtag || context).slice(0, 40);
  const where = near ? ` near “${near}”` : "";
  if (/unopened|unclosed|duplicate/.test(id) && !/loop/.test(id))
    return `A brace is missing or there is one too many${where}. Each field stands between one { and one }, such as {greeting}.`;
  if (/loop|closing_tag/.test(id))
    return `{#…} and {/…} mark a part that repeats${where}. A letter has only plain fields, such as {greeting}; please take them out.`;
  if (/raw/.test(id))
    return `{@…} would bring foreign parts into the letter${where}. Please use plain fields only.`;
  return `This Word file cannot be filled in${where}. Open it in Word, save it anew, and send that.`;
}

/**
 * Fills in a Word file that `readWordTemplate` has accepted. Values are set as words, whatever they look like; a line
 * break in one is a line break.
 */
export async function fillWordTemplate(
  bytes: Uint8Array,
  values: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const template = await templateFrom(bytes);
  template.render(values);
  return new Uint8Array(
    template.getZip().generate({ type: "uint8array", compression: "DEFLATE" }) as Uint8Array,
  );
}
