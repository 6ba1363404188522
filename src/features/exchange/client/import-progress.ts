/** Asks how far a job is every few seconds, says it, and shows the page anew when it is over. */
export class ImportProgress extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    this.querySelector("[data-said]")?.setAttribute("aria-live", "polite");
    this.#later();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
  }

  #later(): void {
    this.#timer = window.setTimeout(() => void this.#look(), 2_000);
  }

  async #look(): Promise<void> {
    try {
      const answer = await fetch(this.getAttribute("src") ?? "", { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const { underWay, rowsTried, rowsTotal, said } = (await answer.json()) as {
        underWay: boolean;
        rowsTried: number;
        rowsTotal: number | null;
        /** Where there is more to say than the numbers. */
        said?: string;
      };
      if (!underWay) return window.location.reload();
      this.#say(rowsTried, rowsTotal, said);
    } catch (error) {
      // The connection may come back; the link on the page works meanwhile.
      if (!(error instanceof TypeError)) throw error;
    }
    this.#later();
  }

  #say(tried: number, total: number | null, words?: string): void {
    if (total === null) return;
    const bar = this.querySelector("progress");
    if (bar) {
      bar.max = total;
      bar.value = tried;
    }
    const said = this.querySelector("[data-said]");
    if (said)
      said.textContent = words ?? `${tried.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`;
  }
}
