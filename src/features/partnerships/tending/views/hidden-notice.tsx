import { Notice } from "#ui/notice.tsx";
import type { Tended } from "../queries.ts";

/** Above every page about a partnership that is off the site. */
export function HiddenNotice({ tended }: { tended: Pick<Tended, "hiddenAt" | "hiddenWord"> }) {
  if (!tended.hiddenAt) return null;
  return (
    <Notice tone="warning" title="This page is off the site">
      <p>
        Only those who look after it and the editors of this site see it.
        {tended.hiddenWord && <> An editor took it off with these words: “{tended.hiddenWord}”</>}
      </p>
    </Notice>
  );
}
