import { CountyChoices, type StateMap } from "./county-choices.ts";

/** Typing goes on for a moment after each letter. */
const PAUSE = 120;

/**
 * `<county-picker>` around the field for counties: what is chosen shows as a row of names that can be taken out, others
 * are found by typing or picked on a map. The field itself stays what is sent, one county on each line.
 */
export class CountyPicker extends HTMLElement {
  #text!: HTMLTextAreaElement;
  #input!: HTMLInputElement;
  #found!: HTMLElement;
  #status!: HTMLElement;
  #map: CountyChoices | undefined;
  #asked = new AbortController();
  #wait = 0;
  #active = -1;

  connectedCallback(): void {
    const tools = this.querySelector<HTMLElement>(".county-tools");
    if (!tools?.hidden) return;
    this.#text = this.querySelector("textarea")!;
    this.#input = tools.querySelector("input")!;
    this.#found = tools.querySelector(".county-found")!;
    this.#status = tools.querySelector("[role=status]")!;
    this.#takeOver(tools);
    this.#listen(tools);
    this.#show();
  }

  /** The label, its hint and its problem now belong to the search; the text moves into its fold. */
  #takeOver(tools: HTMLElement): void {
    tools.hidden = false;
    const id = this.#text.id;
    this.#text.id = `${id}-text`;
    this.#input.id = id;
    const lines = this.querySelector(".county-lines")!;
    const described = this.#text.getAttribute("aria-describedby")!.replace(lines.id, "").trim();
    if (described) this.#input.setAttribute("aria-describedby", described);
    if (this.#text.hasAttribute("aria-invalid")) this.#input.setAttribute("aria-invalid", "true");
    this.#text.setAttribute("aria-describedby", lines.id);
    this.#text.setAttribute("aria-label", "Counties, one on each line");
    tools.querySelector(".county-as-text")!.append(lines, this.#text);
    for (const names of this.querySelectorAll<HTMLElement>(".county-names")) names.hidden = true;
  }

  #listen(tools: HTMLElement): void {
    // Also what the browser kept, and puts back, comes as input.
    this.#text.addEventListener("input", () => this.#show());
    this.#input.addEventListener("input", (event) => {
      event.stopPropagation();
      clearTimeout(this.#wait);
      this.#wait = window.setTimeout(() => this.#ask(this.#input.value.trim()), PAUSE);
    });
    this.#input.addEventListener("keydown", (event) => this.#press(event));
    this.#input.addEventListener("blur", () => this.#offer([]));
    // A press would take the focus, and with it the list, before it becomes a click.
    this.#found.addEventListener("mousedown", (event) => event.preventDefault());
    const select = tools.querySelector("select")!;
    const fold = tools.querySelector<HTMLDetailsElement>(".county-on-map")!;
    fold.addEventListener("toggle", () => fold.open && !this.#map && this.#open(select.value));
    select.addEventListener("input", (event) => {
      event.stopPropagation();
      this.#open(select.value);
    });
  }

  get #chosen(): string[] {
    const lines = this.#text.value.split(/[\r\n;]+/).map((line) => line.trim());
    return [...new Set(lines.filter(Boolean))];
  }

  #choose(label: string): void {
    const chosen = this.#chosen;
    const had = chosen.includes(label);
    this.#text.value = (had ? chosen.filter((one) => one !== label) : [...chosen, label]).join("\n");
    this.#text.dispatchEvent(new Event("input", { bubbles: true }));
    this.#status.textContent = `${label} ${had ? "taken out" : "added"}. ${this.#chosen.length} chosen.`;
  }

  #show(): void {
    const chosen = this.#chosen;
    const items = chosen.map((label) => {
      const item = document.createElement("li");
      const out = document.createElement("button");
      out.type = "button";
      out.textContent = "×";
      out.setAttribute("aria-label", `Take out ${label}`);
      out.addEventListener("click", () => {
        this.#choose(label);
        this.#input.focus();
      });
      item.append(label, " ", out);
      return item;
    });
    const list = this.querySelector<HTMLElement>(".county-chosen")!;
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    this.#map?.mark(new Set(chosen));
  }

  async #ask(q: string): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const address = `/places/counties?${new URLSearchParams({ q })}`;
    // What fails was typed over meanwhile, or the line is cut: the text still takes a county by its name.
    const answer = q.length > 1 && (await fetch(address, { signal: this.#asked.signal }).catch(() => null));
    const labels: string[] = answer ? ((await answer.json().catch(() => ({}))).items ?? []) : [];
    if (document.activeElement === this.#input && this.#input.value.trim() === q) this.#offer(labels);
  }

  #offer(labels: string[]): void {
    const options = labels.map((label, index) => {
      const option = document.createElement("div");
      option.textContent = label;
      option.id = `${this.#found.id}-${index}`;
      option.setAttribute("role", "option");
      option.addEventListener("click", () => this.#take(label));
      return option;
    });
    this.#found.replaceChildren(...options);
    this.#found.hidden = options.length === 0;
    this.#input.setAttribute("aria-expanded", String(options.length > 0));
    if (options.length > 0) this.#status.textContent = `${options.length} found`;
    this.#point(-1);
  }

  #take(label: string): void {
    this.#input.value = "";
    this.#offer([]);
    if (!this.#chosen.includes(label)) this.#choose(label);
  }

  #point(index: number): void {
    this.#active = index;
    const options = [...this.#found.children];
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === index));
    this.#input.setAttribute("aria-activedescendant", options[index]?.id ?? "");
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = [...this.#found.children] as HTMLElement[];
    // One step beyond either end leads back to the field itself, -1.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      this.#point(((this.#active + step + options.length + 2) % (options.length + 1)) - 1);
    } else if (event.key === "Escape") this.#offer([]);
    // Enter takes the first that was found and never sends the form half done.
    else if (event.key === "Enter") options[Math.max(0, this.#active)]?.click();
    else return;
    event.preventDefault();
  }

  async #open(state: string): Promise<void> {
    const place = this.querySelector(".county-choices")!;
    const answer = state && (await fetch(`/places/counties/${state}`).catch(() => null));
    const map: StateMap | undefined = answer ? await answer.json() : undefined;
    this.#map =
      map &&
      new CountyChoices(
        map,
        (label) => this.#choose(label),
        (label) => this.#tell(label),
      );
    place.replaceChildren(...(this.#map ? [this.#map.element] : []));
    this.#tell(map ? "" : "Choose a state to see its counties.");
    this.#map?.mark(new Set(this.#chosen));
  }

  /** For the eye; a screen reader hears the option itself. */
  #tell(words: string): void {
    this.querySelector(".county-at")!.textContent = words;
  }
}
