import type { Child } from "hono/jsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

type Look = {
  /** "main" once a screen, "quiet" beside it, "plain" reads as a link, "danger" for what cannot be undone. */
  look?: "main" | "quiet" | "plain" | "danger";
  compact?: boolean;
  icon?: IconName;
  children: Child;
};

export type ButtonProps = Look & {
  name?: string;
  value?: string;
  type?: "submit" | "button";
  /** Sends the form to another address than its own. */
  formaction?: string;
  disabled?: boolean;
};

function classes({ look, compact }: Look): string {
  return ["button", look === "main" ? "" : look, compact && "compact"].filter(Boolean).join(" ");
}

export function Button(props: ButtonProps) {
  return (
    <button
      class={classes(props)}
      type={props.type ?? "submit"}
      name={props.name}
      value={props.value}
      formaction={props.formaction}
      disabled={props.disabled}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

/** A link that looks like a button, because it leads to the page's main deed. */
export function ButtonLink(props: Look & { href: string; download?: boolean }) {
  return (
    <a class={classes(props)} href={props.href} download={props.download}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}

export function Buttons({ children }: { children: Child }) {
  return <div class="buttons">{children}</div>;
}
