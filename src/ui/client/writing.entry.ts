/** Entry for pages with a form to fill in: everything of a reading page, and what helps while typing. */
import "./reading.entry.ts";
import { CharCount } from "./char-count.ts";
import { ConfirmStep } from "./confirm-step.ts";
import { KeepTyped } from "./keep-typed.ts";
import { ProofOfWork } from "./proof-of-work.ts";

customElements.define("char-count", CharCount);
customElements.define("confirm-step", ConfirmStep);
customElements.define("keep-typed", KeepTyped);
customElements.define("proof-of-work", ProofOfWork);
