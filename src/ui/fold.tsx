import type { Child } from "hono/jsx";

export type FoldProps = {
  /** What stands inside, as a person would look for it. */
  title: Child;
  open?: boolean;
  id?: string;
  children: Child;
};

/** Something that is there when it is wanted: a rarer deed, an older part. Opening it is its own first step. */
export function Fold({ title, open, id, children }: FoldProps) {
  return (
    <details class="fold" open={open} id={id}>
      <summary>{title}</summary>
      <div class="fold-inside">{children}</div>
    </details>
  );
}
