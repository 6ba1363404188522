import { HappeningCards, type ListedHappening } from "#features/happenings/public.ts";
import type { Sector } from "#features/sectors/public.ts";
import { ButtonLink } from "#ui/button.tsx";
import { PageHead } from "#ui/layout.tsx";
import { EmptyState } from "#ui/notice.tsx";
import { Steps } from "#ui/pagination.tsx";
import { partnershipPath } from "../address.ts";
import type { PartnershipFace } from "../face.ts";

export interface HappeningsPageProps {
  face: PartnershipFace;
  items: ListedHappening[];
  more: boolean;
  page: number;
  sectors: ReadonlyMap<string, Sector>;
  timeZone: string;
}

/** Everything that a partnership shared, newest first. */
export function HappeningsPage({ face, items, more, page, sectors, timeZone }: HappeningsPageProps) {
  const own = partnershipPath(face.slug);
  const href = (number: number) => (number > 1 ? `${own}/happenings?page=${number}` : `${own}/happenings`);
  return (
    <>
      <PageHead
        title="What it shared"
        trail={[
          { href: "/partnerships", label: "Partnerships" },
          { href: own, label: face.content.name },
        ]}
        lede={`Quick wins, documents and news of the ${face.content.name}, newest first.`}
      />
      {items.length === 0 ? (
        <EmptyState
          title="Nothing shared yet"
          icon="megaphone"
          actions={<ButtonLink href="/share">Share what worked</ButtonLink>}
        >
          An update that names this partnership stands here as soon as it is published.
        </EmptyState>
      ) : (
        <HappeningCards items={items} sectors={sectors} timeZone={timeZone} columns={2} level={2} />
      )}
      <Steps
        label="Happenings"
        page={page}
        before={page > 1 ? href(page - 1) : undefined}
        after={more ? href(page + 1) : undefined}
      />
    </>
  );
}
