import { Notice } from "#ui/notice.tsx";

/** Above a form whose choice somebody else of the team changed meanwhile. */
export function ChangedMeanwhile({ stale }: { stale: boolean }) {
  if (!stale) return null;
  return (
    <Notice tone="warning" title="Somebody else of your team was here while you were on the page" live>
      <p>
        Nothing was overwritten, and what you chose still stands below. Look at it again, and save it once
        more if it is right.
      </p>
    </Notice>
  );
}
