import { Button } from "#ui/button.tsx";
import { Form, Hidden } from "#ui/form.tsx";

/** Beside the field for a link: for those who have a passkey, once their browser's script has shown it. */
export function PasskeySignInButton({ returnTo }: { returnTo: string | undefined }) {
  return (
    <passkey-sign-in options="/passkeys/options" hidden>
      <div class="passkey-sign-in">
        <h2>Or with a passkey</h2>
        <p>If you have added one to your account, on this device or on your phone.</p>
        <Form action="/passkeys/sign-in" bare>
          <Hidden name="response" value="" />
          {returnTo && <Hidden name="return" value={returnTo} />}
          <Button look="quiet" icon="lock">
            Sign in with a passkey
          </Button>
          <p role="status" class="field-problem" />
        </Form>
      </div>
    </passkey-sign-in>
  );
}
