/** Typing goes on for a moment after each letter; asking earlier would answer what nobody wants to know any more. */
const PAUSE = 120;
const PARTS =
  '<ul id="search-list" class="search-list" role="listbox" aria-label="Suggestions" hidden></ul><p role="status" class="visually-hidden"></p>';

/**
 * `<search-box src="/search/suggestions">` around a search field: while one types, a list of what may be meant, as
 * the combobox pattern of the ARIA practices has it. Enter without a choice sends the form, as without script.
 */
export class SearchBox extends HTMLElement {
  #asked = new AbortController();
  #wait = 0;
  #active = -1;
  #input!: HTMLInputElement;
  #list!: HTMLElement;

  connectedCallback(): void {
    if (this.querySelector("ul")) return;
    this.insertAdjacentHTML("beforeend", PARTS);
    this.#input = this.querySelector("input")!;
    this.#list = this.querySelector("ul")!;
    this.#set({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "search-list" });
    this.#show([]);
    this.addEventListener("input", () => {
      clearTimeout(this.#wait);
      this.#wait = window.setTimeout(() => this.#ask(this.#input.value.trim()), PAUSE);
    });
    this.addEventListener("keydown", (event) => this.#press(event));
    this.addEventListener("focusout", () => this.#show([]));
    // A press would take the focus, and with it the list, before it becomes a click.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  #set(names: Record<string, string>): void {
    for (const [name, value] of Object.entries(names)) this.#input.setAttribute(name, value);
  }

  async #ask(q: string): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const address = `${this.getAttribute("src")}?${new URLSearchParams({ q })}`;
    // What fails was typed over meanwhile, or the line is cut: the form works without suggestions.
    const answer = q.length > 1 && (await fetch(address, { signal: this.#asked.signal }).catch(() => null));
    const items = answer ? ((await answer.json().catch(() => ({}))).items ?? []) : [];
    if (document.activeElement === this.#input && this.#input.value.trim() === q) this.#show(items);
  }

  #show(items: { title: string; href: string; kind: string }[]): void {
    const options = items.map(({ title, href, kind }, index) => {
      const option = document.createElement("li");
      option.append(title, " ", Object.assign(document.createElement("span"), { textContent: kind }));
      option.id = `search-option-${index}`;
      option.setAttribute("role", "option");
      option.addEventListener("click", () => location.assign(href));
      return option;
    });
    this.#list.replaceChildren(...options);
    this.#list.hidden = items.length === 0;
    this.querySelector("p")!.textContent = items.length > 0 ? `${items.length} suggestions` : "";
    this.#set({ "aria-expanded": String(items.length > 0) });
    this.#choose(-1);
  }

  #choose(index: number): void {
    this.#active = index;
    const options = [...this.#list.children];
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === index));
    this.#set({ "aria-activedescendant": options[index]?.id ?? "" });
  }

  #press(event: KeyboardEvent): void {
    const count = this.#list.children.length;
    if (count === 0 || event.isComposing) return;
    // One step beyond either end leads back to the field itself, -1.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#choose(((this.#active + step + count + 2) % (count + 1)) - 1);
    else if (event.key === "Escape") this.#show([]);
    else if (event.key === "Enter" && this.#active >= 0)
      (this.#list.children[this.#active] as HTMLElement).click();
    else return;
    event.preventDefault();
  }
}
