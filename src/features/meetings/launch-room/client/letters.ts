/** Something that the room has not said yet that it has. */
export interface Letter {
  action: string;
  /** As a form sends it. */
  body: string;
  /** What follows: the page stays, or it shows the answer. */
  then: "stay" | "go";
}

/** What is on its way, kept by the browser for all pages of one room, through reloads and a lost network. */
export class Letters {
  readonly #key: string;
  /** Where a browser keeps nothing, as in some private windows. */
  #memory: Letter[] = [];

  constructor(name: string) {
    this.#key = `to-send:${name}`;
  }

  all(): Letter[] {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? "[]") as Letter[];
    } catch {
      return this.#memory;
    }
  }

  /** Puts one at the end; one that waits already is the same. */
  add(letter: Letter): void {
    if (!this.all().some(({ body, action }) => body === letter.body && action === letter.action))
      this.#keep([...this.all(), letter]);
  }

  drop(letter: Letter): void {
    this.#keep(this.all().filter(({ body, action }) => body !== letter.body || action !== letter.action));
  }

  #keep(letters: Letter[]): void {
    this.#memory = letters;
    try {
      if (letters.length > 0) localStorage.setItem(this.#key, JSON.stringify(letters));
      else localStorage.removeItem(this.#key);
    } catch {
      // It is in memory, for as long as this page is open.
    }
  }
}

/** What became of one: the room has it, will not have it and says why, or could not be asked. */
export type Fate = { kind: "received"; at: string } | { kind: "refused"; words: string } | { kind: "kept" };

const PATIENCE = 8_000;

export async function deliver({ action, body }: Letter): Promise<Fate> {
  const answer = await fetch(action, {
    method: "POST",
    body: new URLSearchParams(body),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => undefined);
  if (!answer || answer.status >= 500 || answer.status === 429) return { kind: "kept" };
  if (answer.ok) return { kind: "received", at: answer.url };
  const page = new DOMParser().parseFromString(await answer.text().catch(() => ""), "text/html");
  const said = [...page.querySelectorAll(".problems li, .error-page p")].map((one) =>
    one.textContent?.trim(),
  );
  return { kind: "refused", words: said.filter(Boolean).join(" ") || "The room did not take this." };
}
