/** Beside `reading.js` or `writing.js`, where somebody adds a passkey or signs in with one. */
import { AddPasskey, PasskeySignIn } from "./passkey-forms.ts";

customElements.define("add-passkey", AddPasskey);
customElements.define("passkey-sign-in", PasskeySignIn);
