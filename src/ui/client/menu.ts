/** Lets Escape and a press elsewhere close the phone's menu, as people expect of a menu. */
export function closeMenuOnEscape(page: Document): void {
  const close = (focus: boolean) => {
    const menu = page.querySelector<HTMLDetailsElement>(".menu[open]");
    if (!menu) return;
    menu.open = false;
    if (focus) menu.querySelector("summary")?.focus();
  };
  page.addEventListener("keydown", (event) => event.key === "Escape" && close(true));
  page.addEventListener("click", (event) => {
    if (event.target instanceof Element && !event.target.closest(".menu")) close(false);
  });
}
