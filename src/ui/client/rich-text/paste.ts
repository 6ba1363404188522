/**
 * Turns what Word, Google Docs and web pages put on the clipboard into plain structure: Word's "list paragraphs"
 * into lists, bold and italic by style into bold and italic, table rows into lines, and leaves the styles behind.
 * The schema then drops whatever else it does not know.
 */
export function cleanPasted(html: string): string {
  // Our own security policy blocks inline styles even in a page that is never shown; as data they are only read.
  const harmless = html
    .replace(/<style[\s\S]*?(?:<\/style\s*>|$)/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, "$1data-style$2"));
  const page = new DOMParser().parseFromString(harmless, "text/html");
  for (const unwanted of page.querySelectorAll("script, meta, link, title, template, object, iframe"))
    unwanted.remove();
  for (const image of page.querySelectorAll("img")) image.replaceWith(image.alt);
  joinCells(page);
  listWordParagraphs(page);
  spellOutStyles(page);
  for (const element of page.querySelectorAll("[data-style]")) element.removeAttribute("data-style");
  return page.body.innerHTML;
}

function styleOf(element: Element): string {
  return (element.getAttribute("data-style") ?? "").replace(/\s*([:;])\s*/g, "$1").toLowerCase();
}

function joinCells(page: Document): void {
  for (const row of page.querySelectorAll("tr")) {
    const line = page.createElement("p");
    line.textContent = [...row.cells]
      .map((cell) => cell.textContent?.replace(/\s+/g, " ").trim())
      .filter(Boolean)
      .join(" | ");
    row.replaceChildren(line);
  }
}

function listWordParagraphs(page: Document): void {
  let lists: HTMLElement[] = [];
  let last: Element | undefined;
  for (const paragraph of page.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    const level = Number(/mso-list:\w+ level(\d)/.exec(styleOf(paragraph))?.[1] ?? 0);
    if (level === 0) continue;
    const marker = [...paragraph.querySelectorAll("[data-style]")].find((part) =>
      styleOf(part).includes("mso-list:ignore"),
    );
    const tag = /^\s*\(?\w{1,4}[.)]/.test(marker?.textContent ?? "") ? "ol" : "ul";
    marker?.remove();
    if (!last || paragraph.previousElementSibling !== lists[0]) lists = [];
    while (lists.length > level || (lists.length === level && lists.at(-1)?.localName !== tag)) lists.pop();
    const item = page.createElement("li");
    item.append(...paragraph.childNodes);
    while (lists.length < level) {
      const list = page.createElement(tag);
      const outer = lists.at(-1);
      if (outer) (outer.lastElementChild ?? outer.appendChild(page.createElement("li"))).append(list);
      else paragraph.before(list);
      lists.push(list);
    }
    lists.at(-1)?.append(item);
    paragraph.remove();
    last = item;
  }
}

function spellOutStyles(page: Document): void {
  for (const element of page.querySelectorAll("[data-style]")) {
    const style = styleOf(element);
    const inHeading = element.closest("h1, h2, h3, h4, h5, h6") !== null;
    if (/(^|;)font-weight:(bold|[6-9]00)/.test(style) && !inHeading && element.matches("span"))
      wrapInside(element, "strong");
    if (/(^|;)font-style:italic/.test(style) && element.matches("span")) wrapInside(element, "em");
    // Google Docs wraps everything it copies in <b style="font-weight:normal">.
    if (/(^|;)font-weight:(normal|400)/.test(style) && element.matches("b, strong"))
      element.replaceWith(...element.childNodes);
  }
  for (const bold of page.querySelectorAll(":is(h1, h2, h3, h4, h5, h6) :is(b, strong)"))
    bold.replaceWith(...bold.childNodes);
}

function wrapInside(element: Element, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}
