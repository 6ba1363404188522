/** What the map shows: both, or one alone. */
export const LAYERS = ["both", "partnerships", "affiliates"] as const;
export type Layer = (typeof LAYERS)[number];

export const LAYER_WORDS: Record<Layer, string> = {
  both: "Partnerships and affiliates",
  partnerships: "Partnerships only",
  affiliates: "Affiliates only",
};

export function readLayer(query: URLSearchParams): Layer {
  return LAYERS.find((layer) => layer === query.get("layer")) ?? "both";
}

/** One view, one address. `query` is the directory's own, with its `?`, or nothing. */
export function mapAddress(query: string, layer: Layer): string {
  const asked = new URLSearchParams(query);
  if (layer !== "both") asked.set("layer", layer);
  return `/map${asked.size > 0 ? `?${asked}` : ""}`;
}
