/** Entry for the settings page: what helps while typing, and the color chooser. */
import "#ui/client/writing.entry.ts";
import { ColorChoice } from "./color-choice.ts";

customElements.define("color-choice", ColorChoice);
