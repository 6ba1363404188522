const MENUS = ".menu, .person-menu";

/** Lets Escape and a press elsewhere close an open menu, as people expect of a menu. */
export function closeMenuOnEscape(page: Document): void {
  const open = () => [...page.querySelectorAll<HTMLDetailsElement>(MENUS)].filter((menu) => menu.open);
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
  page.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    for (const menu of open()) if (!menu.contains(target)) menu.open = false;
  });
}
