import type { Hue } from "./chip.tsx";

/** The fills of css/hues.css, for what is drawn outside of a page. A test holds the two equal. */
export const HUE_FILLS: Record<Hue, string> = {
  healthcare: "#b0305c",
  manufacturing: "#1f5fa8",
  technology: "#5d48b5",
  logistics: "#b04a12",
  textiles: "#8a3a93",
  outdoor: "#33752b",
  agriculture: "#6b6a12",
  construction: "#8a5a0a",
  energy: "#9a3b2e",
  hospitality: "#0f7173",
  cross: "#3d5560",
};

/** The same hues as they stand on a dark sheet. */
export const HUE_LIGHTS: Record<Hue, string> = {
  healthcare: "#f09ab8",
  manufacturing: "#8fbdf0",
  technology: "#b9adf5",
  logistics: "#f0ab82",
  textiles: "#dca6ea",
  outdoor: "#a5d48c",
  agriculture: "#d3d07a",
  construction: "#e5bd77",
  energy: "#f2a497",
  hospitality: "#7fd0d0",
  cross: "#b9c6cb",
};
