import { TextField } from "#ui/text-fields.tsx";
import { type FormState, fieldOf } from "./field-of.ts";

export function WhoFields(state: FormState) {
  return (
    <>
      <h2>Who you are</h2>
      <TextField {...fieldOf(state, "name")} label="Your name" autocomplete="name" />
      <TextField
        {...fieldOf(state, "email")}
        label="Your e-mail address"
        type="email"
        autocomplete="email"
        hint="We send a link there to confirm, and tell you what becomes of your update. It is never published."
      />
      <TextField
        {...fieldOf(state, "role")}
        label="Your role"
        autocomplete="organization-title"
        hint="Such as convener, business champion or college dean."
        optional
      />
      <TextField
        {...fieldOf(state, "organization")}
        label="Your organization"
        autocomplete="organization"
        optional
      />
    </>
  );
}
