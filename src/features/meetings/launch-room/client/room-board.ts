/** A press becomes a drag after so many pixels; less is a shaky hand. */
const SHAKY = 6;
const KEYS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * `<room-board action="…">` around groups of sayings: gives each saying a grip. It is dragged with mouse, pen or finger,
 * or picked up with Enter, taken from group to group by the arrow keys and put down with Enter; Escape leaves it where it
 * was. Where it goes is sent at once, by itself, so that two who sort do not undo each other's work.
 */
export class RoomBoard extends HTMLElement {
  #held: { card: HTMLElement; ghost?: HTMLElement; x: number; y: number; pointer: number } | undefined;
  #carried: { card: HTMLElement; to: HTMLElement } | undefined;

  connectedCallback(): void {
    this.#giveGrips();
    document.addEventListener("room-shown", this.#giveGrips);
    this.addEventListener("pointerdown", this.#down);
    this.addEventListener("pointermove", this.#move);
    this.addEventListener("pointerup", this.#up);
    this.addEventListener("pointercancel", this.#letGo);
    this.addEventListener("keydown", this.#key);
    this.addEventListener("focusout", this.#left);
  }

  disconnectedCallback(): void {
    document.removeEventListener("room-shown", this.#giveGrips);
  }

  #giveGrips = (): void => {
    for (const card of this.querySelectorAll<HTMLElement>("[data-opportunity]")) {
      if (card.querySelector(":scope > .grip")) continue;
      const grip = document.createElement("button");
      grip.type = "button";
      grip.className = "grip";
      grip.dataset.mine = "";
      grip.setAttribute("aria-label", `Move “${card.querySelector(".saying-words")?.textContent ?? ""}”`);
      card.prepend(grip);
    }
  };

  #groups(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-group]")];
  }

  #down = (event: PointerEvent): void => {
    const grip = (event.target as Element).closest<HTMLElement>(".grip");
    const card = grip?.closest<HTMLElement>("[data-opportunity]");
    if (!grip || !card || event.button !== 0) return;
    this.#held = { card, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    grip.setPointerCapture(event.pointerId);
  };

  #move = (event: PointerEvent): void => {
    const held = this.#held;
    if (!held || held.pointer !== event.pointerId) return;
    const [right, down] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.ghost) {
      if (Math.hypot(right, down) < SHAKY) return;
      held.ghost = ghostOf(held.card);
      this.append(held.ghost);
      held.card.classList.add("dragged");
    }
    held.ghost.style.translate = `${right}px ${down}px`;
    this.#mark(this.#groupAt(event));
    scrollAtEdge(event.clientY);
  };

  #up = (event: PointerEvent): void => {
    const held = this.#held;
    const to = held?.ghost && this.#groupAt(event);
    this.#letGo();
    if (held && to) this.#put(held.card, to);
  };

  #letGo = (): void => {
    this.#held?.ghost?.remove();
    this.#held?.card.classList.remove("dragged");
    this.#held = undefined;
    this.#mark(undefined);
  };

  #groupAt({ clientX, clientY }: PointerEvent): HTMLElement | undefined {
    const found = document
      .elementsFromPoint(clientX, clientY)
      .map((element) => element.closest<HTMLElement>("[data-group]"))
      .find((group) => group && this.contains(group));
    return found ?? undefined;
  }

  #mark(group: HTMLElement | undefined): void {
    for (const one of this.#groups()) one.classList.toggle("over", one === group);
  }

  #key = (event: KeyboardEvent): void => {
    const grip = (event.target as Element).closest(".grip");
    const card = grip?.closest<HTMLElement>("[data-opportunity]");
    if (!card) return;
    const carried = this.#carried;
    if (event.key === "Enter" || event.key === " ") {
      if (carried) this.#putDown(carried);
      else this.#pickUp(card);
    } else if (carried && event.key === "Escape") this.#drop("It stays where it was.");
    else if (carried && KEYS[event.key]) this.#carry(carried, KEYS[event.key]!);
    else return;
    event.preventDefault();
  };

  #pickUp(card: HTMLElement): void {
    this.#carried = { card, to: card.closest<HTMLElement>("[data-group]")! };
    card.classList.add("dragged");
    this.#say("Picked up. Arrow keys choose a group, Enter puts it there, Escape leaves it.");
  }

  #carry(carried: { card: HTMLElement; to: HTMLElement }, by: number): void {
    const groups = this.#groups();
    const at = groups.indexOf(carried.to);
    carried.to = groups[(at + by + groups.length) % groups.length]!;
    this.#mark(carried.to);
    carried.to.scrollIntoView({ block: "nearest" });
    this.#say(`To ${nameOf(carried.to)}?`);
  }

  #putDown({ card, to }: { card: HTMLElement; to: HTMLElement }): void {
    this.#drop(`Moved to ${nameOf(to)}.`);
    this.#put(card, to);
    card.querySelector<HTMLElement>(".grip")?.focus();
  }

  #drop(words: string): void {
    this.#carried?.card.classList.remove("dragged");
    this.#carried = undefined;
    this.#mark(undefined);
    this.#say(words);
  }

  #left = (event: FocusEvent): void => {
    if (this.#carried && !this.#carried.card.contains(event.relatedTarget as Node | null)) {
      // Putting it elsewhere in the page takes the focus for a moment as well.
      if (event.relatedTarget) this.#drop("It stays where it was.");
    }
  };

  /** Shows it there at once; should the room not hear of it, it goes back, and says so. */
  async #put(card: HTMLElement, to: HTMLElement): Promise<void> {
    const from = card.parentElement!;
    const list = to.querySelector(".sayings");
    if (!list || list === from) return;
    list.append(card);
    const body = new URLSearchParams({
      to: to.dataset.group ?? "none",
      opportunities: card.dataset.opportunity ?? "",
    });
    const answer = await fetch(this.getAttribute("action") ?? "", { method: "POST", body }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    from.append(card);
    this.#say(
      answer
        ? "Somebody changed the groups meanwhile, so it went back. Look once more."
        : "The network is away, so it went back. Try again in a moment.",
      true,
    );
  }

  #say(words: string, forAll = false): void {
    const status = this.querySelector("[role=status]");
    if (!status) return;
    status.textContent = words;
    status.classList.toggle("visually-hidden", !forAll);
  }
}

const nameOf = (group: HTMLElement) => group.dataset.title ?? "no group";

function ghostOf(card: HTMLElement): HTMLElement {
  const { left, top, width } = card.getBoundingClientRect();
  const ghost = card.cloneNode(true) as HTMLElement;
  ghost.removeAttribute("data-opportunity");
  ghost.dataset.mine = "";
  ghost.classList.add("ghost");
  ghost.setAttribute("aria-hidden", "true");
  Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
  return ghost;
}

/** A finger that nears the edge of the screen takes the page along. */
function scrollAtEdge(y: number): void {
  const edge = 60;
  if (y < edge) window.scrollBy(0, -12);
  else if (y > window.innerHeight - edge) window.scrollBy(0, 12);
}
