import { ButtonLink } from "#ui/button.tsx";
import { SummaryBox } from "#ui/notice.tsx";
import { partnershipPath } from "../address.ts";
import type { PartnershipFace } from "../face.ts";

export interface ReachProps {
  face: PartnershipFace;
  /** Somebody looks after the page, and letters reach them. */
  reachable: boolean;
  /** Somebody looks after the page. */
  tended: boolean;
  /** What readers would ask first and the page does not tell, in words. */
  untold: string[];
}

/** How to reach those behind the page, and how to mend it. */
export function Reach({ face, reachable, tended, untold }: ReachProps) {
  const path = partnershipPath(face.slug);
  return (
    <SummaryBox title={tended ? "Talk to them" : "Is this yours?"}>
      {tended ? (
        <p>
          {reachable
            ? "Write to those who look after this page. We pass your letter on with your address, so that they can answer; you do not see theirs, unless they do."
            : "Those who look after this page do not take letters through it at present."}
        </p>
      ) : (
        <p>
          Nobody of the partnership looks after this page yet: it was put together from what others have
          published. If you convene or champion it, claim the page, and its facts become yours to tell.
        </p>
      )}
      {untold.length > 0 && (
        <p>
          <b>Not told yet:</b> {untold.join("; ")}.
        </p>
      )}
      <div class="buttons">
        {reachable && <ButtonLink href={`${path}/contact`}>Write to them</ButtonLink>}
        {!tended && <ButtonLink href={`${path}/claim`}>Claim this page</ButtonLink>}
        <ButtonLink look="quiet" href={`${path}/suggestion`}>
          Suggest a change
        </ButtonLink>
        {tended && (
          <ButtonLink look="quiet" href={`${path}/claim`}>
            Help to look after it
          </ButtonLink>
        )}
      </div>
    </SummaryBox>
  );
}
