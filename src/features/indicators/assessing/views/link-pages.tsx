import { ButtonLink } from "#ui/button.tsx";
import { TypedSent } from "#ui/enhance.tsx";
import { PageHead } from "#ui/layout.tsx";
import { Notice } from "#ui/notice.tsx";

/** After an answer by link, and for whoever opens the link again. */
export function LinkDonePage(props: { partnership: string; name: string; keep: string; again: boolean }) {
  const { partnership, name, keep, again } = props;
  return (
    <>
      <PageHead
        title="Thank you"
        lede={`The answer given by this link${name ? `, which was sent to ${name},` : ""} is with those who look after the ${partnership}. They compare it with their own and talk it over.`}
        actions={<ButtonLink href="/indicators">Read the indicators again</ButtonLink>}
      />
      {again ? (
        <Notice tone="warning" title="There was an answer already" live>
          <p>It was left as it is, and what you sent now was not kept. A link takes one answer.</p>
        </Notice>
      ) : (
        <TypedSent name={keep} />
      )}
      <p class="measure">
        Was it not you, or has something slipped? Write to whoever sent you the link: they can set the answer
        aside and send you a new one.
      </p>
    </>
  );
}

export function LinkSettledPage({ partnership }: { partnership: string }) {
  return (
    <PageHead
      title="It is settled already"
      lede={`The team of the ${partnership} has finished this look at itself. Thank you for coming; next time there will be a new link.`}
      actions={<ButtonLink href="/indicators">Read the indicators</ButtonLink>}
    />
  );
}
