/** Entry for the page of a table that is being tried or taken in. */
import "#ui/client/reading.entry.ts";
import { ImportProgress } from "./import-progress.ts";

customElements.define("import-progress", ImportProgress);
