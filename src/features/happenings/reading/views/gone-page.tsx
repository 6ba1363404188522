import { ButtonLink } from "#ui/button.tsx";
import { ErrorPage } from "#ui/error-page.tsx";

/** At the address of something that was published once. */
export function GonePage() {
  return (
    <ErrorPage
      title="This is no longer here"
      status={410}
      actions={<ButtonLink href="/happenings">Browse the happenings</ButtonLink>}
    >
      <p>
        A happening stood at this address. It has been taken back, by those who shared it or by an editor, and
        will perhaps not return.
      </p>
    </ErrorPage>
  );
}
