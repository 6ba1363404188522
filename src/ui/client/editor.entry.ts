import { LivePreview } from "./live-preview.ts";
import { RichText } from "./rich-text/rich-text.ts";

customElements.define("rich-text", RichText);
customElements.define("live-preview", LivePreview);
