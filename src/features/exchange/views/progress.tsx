import { Notice } from "#ui/notice.tsx";
import type { Import } from "../importing/queries.ts";

/** How far a job is: a link to look again, which a script presses by itself. */
export function Progress({ one }: { one: Import }) {
  const { id, state, rowsTried, rowsTotal } = one;
  return (
    <import-progress src={`/desk/imports/${id}/progress`}>
      <Notice title={state === "taking-in" ? "The rows are being taken in" : "Each row is being tried out"}>
        {state === "taking-in" ? (
          <p>All of them or none. You may leave this page; it goes on.</p>
        ) : (
          <>
            <p>
              <label for="progress-of-import">Rows looked at</label>{" "}
              <progress id="progress-of-import" max={rowsTotal ?? 1} value={rowsTried} />{" "}
              <span data-said>{progressWords(rowsTried, rowsTotal)}</span>
            </p>
            <p>Nothing changes while they are tried. You may leave this page; it goes on.</p>
          </>
        )}
        <p>
          <a href={`/desk/imports/${id}`}>See how far it is now</a>
        </p>
      </Notice>
    </import-progress>
  );
}

function progressWords(tried: number, total: number | null): string {
  if (total === null) return "reading the file";
  return `${tried.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`;
}
