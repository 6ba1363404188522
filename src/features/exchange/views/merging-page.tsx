import type { Mergeable } from "#platform/exchange.ts";
import { PageHead } from "#ui/layout.tsx";
import { WorkList } from "#ui/work-list.tsx";

/** Kinds of things that may stand in the directory twice. */
export function MergingPage({ kinds }: { kinds: readonly Mergeable[] }) {
  return (
    <>
      <PageHead
        title="Doubles"
        trail={[{ href: "/desk", label: "Desk" }]}
        lede="The same thing typed twice is two half-truths. Look at two side by side, and make them one."
      />
      <WorkList
        items={kinds.map(({ kind, title }) => ({
          title,
          href: `/desk/merging/${kind}`,
          note: `Pairs among ${title.toLowerCase()} that look alike, and a search for others.`,
        }))}
      />
    </>
  );
}
