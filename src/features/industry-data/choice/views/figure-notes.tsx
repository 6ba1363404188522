import { Notice } from "#ui/notice.tsx";
import type { AnalysisNote } from "../../analysis/answer.ts";

/** What must stand beside figures; nothing where nothing has to be said. */
export function FigureNotes(props: {
  notes: readonly AnalysisNote[];
  title: string;
  /** Only these; all without it. */
  kinds?: readonly AnalysisNote["kind"][];
}) {
  const { title, kinds } = props;
  const notes = props.notes.filter(({ kind }) => !kinds || kinds.includes(kind));
  if (notes.length === 0) return null;
  return (
    <Notice tone="warning" title={title}>
      {notes.map(({ words }) => (
        <p>{words}</p>
      ))}
    </Notice>
  );
}
