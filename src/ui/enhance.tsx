import type { Child } from "hono/jsx";

/** Asks before the button inside sends its form. */
export function ConfirmStep({ question, children }: { question: string; children: Child }) {
  return <confirm-step question={question}>{children}</confirm-step>;
}

/** On the page after a form was received: forgets what the browser kept under this name. */
export function TypedSent({ name }: { name: string }) {
  return <typed-sent name={name} />;
}
