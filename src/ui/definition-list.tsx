import type { Child } from "hono/jsx";

export type DefinitionListProps = {
  /** An entry whose value is missing is left out. */
  entries: { term: string; value: Child | undefined }[];
  /** Term and value side by side where there is room. */
  beside?: boolean;
};

export function DefinitionList({ entries, beside }: DefinitionListProps) {
  const told = entries.filter(({ value }) => value !== undefined && value !== null && value !== "");
  return (
    <dl class={beside ? "facts beside" : "facts"}>
      {told.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
