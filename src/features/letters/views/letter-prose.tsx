import { renderMarkdown } from "#base/markdown/render.ts";
import { Prose } from "#ui/prose.tsx";
import { withLines } from "../lines.ts";

/** A letter as its reader sees it, on a sheet of its own. */
export function LetterProse({ letter }: { letter: { subject: string; body: string } }) {
  return (
    <article class="letter-sheet" aria-label="The letter">
      <p class="letter-subject">{letter.subject}</p>
      <Prose html={renderMarkdown(withLines(letter.body))} />
    </article>
  );
}
