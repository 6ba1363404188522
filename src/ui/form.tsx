import type { Child } from "hono/jsx";

export type FormProps = {
  action: string;
  method?: "get" | "post";
  /** Sends files, as multipart/form-data. */
  files?: boolean;
  id?: string;
  /** Key under which the browser keeps what was typed, through reloads and expired pages. */
  keep?: string;
  /** Asks before a page with unsaved changes is left. */
  guard?: boolean;
  width?: "narrow" | "wide";
  /** A form that should not look like one: a single button. */
  bare?: boolean;
  children: Child;
};

/**
 * One form. The browser's own checks are off, so that every problem is told once, in words, by the server.
 * A POST is sent once even when its button is pressed twice.
 */
export function Form(props: FormProps) {
  const method = props.method ?? "post";
  const look = props.width === "wide" ? "form wide" : "form";
  const form = (
    <form
      id={props.id}
      class={props.bare ? undefined : look}
      method={method}
      action={props.action}
      enctype={props.files ? "multipart/form-data" : undefined}
      novalidate
    >
      {props.children}
    </form>
  );
  if (method === "get") return form;
  const sent = <submit-once>{form}</submit-once>;
  if (!props.keep) return sent;
  return (
    <keep-typed name={props.keep} guard={props.guard}>
      {sent}
    </keep-typed>
  );
}

/** A value the person does not see. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={String(value)} />;
}

/** A field no person sees or reaches; whoever fills it in is a machine. */
export function Trap({ name }: { name: string }) {
  return (
    <div class="trap" aria-hidden="true">
      <label>
        Leave this empty
        <input name={name} type="text" tabindex={-1} autocomplete="off" />
      </label>
    </div>
  );
}

/** A question with the fields that belong to it, under a heading of the form. */
export function FieldsRow({ children }: { children: Child }) {
  return <div class="fields-row">{children}</div>;
}
