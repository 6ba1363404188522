/** Entry for pages that are read. The one place where these elements are given their names. */
import { TypedSent } from "./keep-typed.ts";
import { closeMenuOnEscape } from "./menu.ts";
import { SearchBox } from "./search-box.ts";
import { SubmitOnce } from "./submit-once.ts";

customElements.define("submit-once", SubmitOnce);
customElements.define("search-box", SearchBox);
customElements.define("typed-sent", TypedSent);
closeMenuOnEscape(document);
