/** Entry for forms that ask for counties; it goes beside `writing`. */
import { CountyPicker } from "./county-picker.ts";

customElements.define("county-picker", CountyPicker);
