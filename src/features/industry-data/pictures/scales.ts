/** From what is measured to where it is drawn. */
export interface Scale {
  (value: number): number;
  from: number;
  to: number;
}

export function linear(from: number, to: number, start: number, end: number): Scale {
  const reach = to - from || 1;
  const place = (value: number) => start + ((value - from) / reach) * (end - start);
  return Object.assign(place, { from, to });
}

/** Round steps of an axis: 1, 2 or 5 times a power of ten, at most `most` of them. */
export function stepOf(reach: number, most: number): number {
  const rough = Math.max(reach, 1e-9) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough - 1e-12) ?? 10;
  return factor * power;
}

/** The ends of an axis that holds all of these, on round steps. */
export function roundEnds(
  values: readonly number[],
  most: number,
): { from: number; to: number; step: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = stepOf(high - low || Math.abs(high) || 1, most);
  const from = Math.floor(low / step + 1e-9) * step;
  const to = Math.ceil(high / step - 1e-9) * step;
  return { from, to: to > from ? to : from + step, step };
}

/** The value below which this part of them lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return 0;
  const place = (sorted.length - 1) * part;
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}
