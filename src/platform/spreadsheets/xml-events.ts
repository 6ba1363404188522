import { SaxesParser } from "saxes";
import { SpreadsheetProblem } from "./sheet.ts";

export interface XmlHearer {
  opens?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  closes?(name: string): void;
}

/**
 * Reads XML as it comes in; names are told without their prefix. After each piece `taken` may hand on what it made,
 * so that nothing is held longer than a piece. The parser knows no entities but XML's own five.
 */
export async function* readXml<T>(
  texts: AsyncIterable<string>,
  hearer: XmlHearer,
  taken: () => T[] = () => [],
): AsyncGenerator<T> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let problem: unknown;
  const guarded =
    <A extends unknown[]>(hear: (...given: A) => void) =>
    (...given: A) => {
      try {
        if (!problem) hear(...given);
      } catch (error) {
        problem = error;
      }
    };
  parser.on(
    "opentag",
    guarded(({ name, attributes }) => hearer.opens?.(local(name), attributes as Record<string, string>)),
  );
  parser.on(
    "text",
    guarded((text) => hearer.text?.(text)),
  );
  parser.on(
    "cdata",
    guarded((text) => hearer.text?.(text)),
  );
  parser.on(
    "closetag",
    guarded(({ name }) => hearer.closes?.(local(name))),
  );
  parser.on("error", (error) => {
    problem ??= new SpreadsheetProblem(
      "This file is damaged inside. Open it in a spreadsheet program and save it anew.",
      {
        cause: error,
      },
    );
  });
  let empty = true;
  for await (const text of texts) {
    empty &&= text === "";
    parser.write(text);
    if (problem) throw problem;
    yield* taken();
  }
  // A part that is not there is no part that is broken.
  if (empty) return;
  parser.close();
  if (problem) throw problem;
  yield* taken();
}

/** Reads it all, for parts that are small. */
export async function hearXml(texts: AsyncIterable<string>, hearer: XmlHearer): Promise<void> {
  for await (const _ of readXml(texts, hearer)) void _;
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);
