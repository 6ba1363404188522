/** Entry for pages with a rich text field or a preview; far heavier than the others, so only those pages load it. */
import { LivePreview } from "./live-preview.ts";
import { RichText } from "./rich-text/rich-text.ts";

customElements.define("rich-text", RichText);
customElements.define("live-preview", LivePreview);
