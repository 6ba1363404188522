import { ButtonLink, Buttons } from "#ui/button.tsx";
import { PageHead } from "#ui/layout.tsx";
import { partnershipPath } from "../address.ts";
import type { KnownPartnership } from "../lookups.ts";

/** Nobody reads letters here; what else there is. */
export function NoContactPage({ partnership, tended }: { partnership: KnownPartnership; tended: boolean }) {
  const path = partnershipPath(partnership.slug);
  return (
    <>
      <PageHead
        title="No letters through this page"
        trail={[
          { href: "/partnerships", label: "Partnerships" },
          { href: path, label: partnership.name },
        ]}
        lede={
          tended
            ? "Those who look after this partnership’s page take no letters through it at present. Its convener and partners are named on the page; they may have addresses of their own."
            : "Nobody of this partnership looks after its page yet, so there is nobody here to pass a letter on to. If that should be you, claim the page."
        }
      />
      <Buttons>
        {!tended && <ButtonLink href={`${path}/claim`}>Claim this page</ButtonLink>}
        <ButtonLink look="quiet" href={path}>
          Back to the partnership
        </ButtonLink>
      </Buttons>
    </>
  );
}
