/** One county of a state's map, as `/places/counties/ne` sends it. */
export interface MapCounty {
  label: string;
  path: string;
  x: number;
  y: number;
}
export interface StateMap {
  name: string;
  viewBox: string;
  counties: MapCounty[];
}

const SVG = "http://www.w3.org/2000/svg";
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A state's map on which counties are chosen: by pressing one, or with the keyboard, where arrows go to the neighbor in
 * that direction and Space chooses. To a screen reader it is a list of options.
 */
export class CountyChoices {
  readonly element = document.createElementNS(SVG, "svg");
  #shapes: SVGPathElement[] = [];
  /** Where the keyboard is, drawn over all: a neighbor that comes later would cover an edge of its own. */
  #here = document.createElementNS(SVG, "path");
  readonly #map: StateMap;
  readonly #choose: (label: string) => void;
  readonly #visit: (label: string) => void;

  constructor(map: StateMap, choose: (label: string) => void, visit: (label: string) => void) {
    this.#map = map;
    this.#choose = choose;
    this.#visit = visit;
    set(this.element, { viewBox: map.viewBox, role: "listbox", "aria-multiselectable": "true" });
    this.element.setAttribute("aria-label", `Counties of ${map.name}`);
    this.#shapes = map.counties.map(({ label, path }, index) => {
      const shape = document.createElementNS(SVG, "path");
      set(shape, { d: path, role: "option", "aria-label": label, tabindex: index === 0 ? "0" : "-1" });
      return shape;
    });
    set(this.#here, { class: "county-here", "aria-hidden": "true" });
    this.element.append(...this.#shapes, this.#here);
    this.element.addEventListener("click", (event) => this.#press(this.#indexOf(event)));
    this.element.addEventListener("pointerover", (event) => this.#visited(this.#indexOf(event)));
    this.element.addEventListener("focusin", (event) => {
      const index = this.#indexOf(event);
      this.#here.setAttribute("d", this.#map.counties[index]?.path ?? "");
      this.#visited(index);
    });
    this.element.addEventListener("focusout", () => this.#here.setAttribute("d", ""));
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  mark(chosen: ReadonlySet<string>): void {
    for (const [index, { label }] of this.#map.counties.entries()) {
      this.#shapes[index]!.setAttribute("aria-selected", String(chosen.has(label)));
    }
  }

  #indexOf(event: Event): number {
    return this.#shapes.indexOf(event.target as SVGPathElement);
  }

  #press(index: number): void {
    const county = this.#map.counties[index];
    if (!county) return;
    this.#rove(index);
    this.#choose(county.label);
  }

  #visited(index: number): void {
    const county = this.#map.counties[index];
    if (county) this.#visit(county.label);
  }

  #key(event: KeyboardEvent): void {
    const index = this.#indexOf(event);
    const way = ARROWS[event.key];
    if (way) this.#rove(this.#neighbor(index, way));
    else if (event.key === " " || event.key === "Enter") this.#press(index);
    else return;
    event.preventDefault();
  }

  /** One stop for the Tab key, wherever one was last. */
  #rove(index: number): void {
    for (const [at, shape] of this.#shapes.entries()) shape.tabIndex = at === index ? 0 : -1;
    this.#shapes[index]?.focus();
  }

  /** The nearest in that direction; what lies to the side counts as farther. The same one at the map's edge. */
  #neighbor(index: number, [right, down]: [number, number]): number {
    const from = this.#map.counties[index];
    if (!from) return 0;
    let [best, least] = [index, Number.POSITIVE_INFINITY];
    for (const [at, { x, y }] of this.#map.counties.entries()) {
      const ahead = (x - from.x) * right + (y - from.y) * down;
      const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
      if (ahead <= 0 || aside > ahead * 2) continue;
      const far = ahead + 2 * aside;
      if (far < least) [best, least] = [at, far];
    }
    return best;
  }
}

function set(element: Element, names: Record<string, string>): void {
  for (const [name, value] of Object.entries(names)) element.setAttribute(name, value);
}
