import type { Child } from "hono/jsx";

export type ErrorPageProps = {
  /** What happened, in words: "We cannot find that page". */
  title: string;
  /** HTTP status, shown small for whoever helps. */
  status: number;
  /** What to do next. */
  children: Child;
  actions?: Child;
  /** Lets the person who runs the site find this in the log. */
  requestId?: string;
};

/** The inside of a page that says something went wrong and what to do next. */
export function ErrorPage({ title, status, children, actions, requestId }: ErrorPageProps) {
  return (
    <div class="error-page">
      <p class="eyebrow">Error {status}</p>
      <h1>{title}</h1>
      <div class="lede stack">{children}</div>
      {actions && <div class="buttons">{actions}</div>}
      {requestId && (
        <p class="small quiet-text">
          If you write to us about this, mention <code>{requestId}</code>.
        </p>
      )}
    </div>
  );
}
