/** Beside `writing.js` on the page of one's own profile. */
import { SetAudiences } from "./set-audiences.ts";

customElements.define("set-audiences", SetAudiences);
