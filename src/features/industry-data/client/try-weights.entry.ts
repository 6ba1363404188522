/** Entry for the page that compares a team's candidates. */
import { TryWeights } from "./try-weights.ts";

customElements.define("try-weights", TryWeights);
