import type { Problems } from "#base/outcome.ts";
import { fieldId } from "./field.tsx";

export type ErrorSummaryProps = {
  /** Nothing is drawn while this is empty. The empty key holds what concerns the whole form. */
  problems: Problems;
  title?: string;
};

/** First on a page whose form came back: every problem, each a link to its field. Takes the focus as the page opens. */
export function ErrorSummary({ problems, title }: ErrorSummaryProps) {
  const all = Object.entries(problems).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  if (all.length === 0) return null;
  const words =
    all.length === 1 ? "One thing needs your attention" : `${all.length} things need your attention`;
  return (
    <section class="problems" role="alert" tabindex={-1} autofocus aria-labelledby="problems-title">
      <h2 id="problems-title">{title ?? words}</h2>
      <ul>
        {all.map(({ name, message }) => (
          <li>{name === "" ? message : <a href={`#${fieldId(name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </section>
  );
}
