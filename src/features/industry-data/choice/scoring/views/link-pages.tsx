import { ButtonLink } from "#ui/button.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { PageHead } from "#ui/layout.tsx";

/** After scoring by link. */
export function LinkDonePage(props: { region: string; name: string; again: string; keep: string }) {
  const { region, name, again, keep } = props;
  return (
    <>
      <PageHead
        title={name ? `Thank you, ${name}` : "Thank you"}
        lede={`Your scores are with the team of ${region}. They compare them with their own and talk over where you differ.`}
        actions={
          <ButtonLink href={again} look="quiet">
            Change your scores
          </ButtonLink>
        }
      />
      <TypedSent name={keep} />
      <p class="measure">You can come back by the same link and change them until the team decides.</p>
    </>
  );
}

export function LinkClosedPage({ region }: { region: string }) {
  return (
    <PageHead
      title="It is decided already"
      lede={`The team of ${region} has decided. Thank you for coming; ask them what they chose.`}
      actions={<ButtonLink href="/industry/regions">See regions</ButtonLink>}
    />
  );
}
