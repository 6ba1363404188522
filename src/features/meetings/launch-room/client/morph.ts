/**
 * Makes what stands in `from` look like `to`, keeping every element that may stay: so what somebody is typing, has
 * ticked, folded open or is dragging is left as it is. Children are told by `data-key`, others by their place.
 */
export function morph(from: Element, to: Element): void {
  // What a script wrote itself.
  if (from.hasAttribute("data-kept")) return;
  copyAttributes(from, to);
  const keyed = new Map<string, Element>();
  for (const child of from.children) {
    const key = keyOf(child);
    if (key) keyed.set(key, child);
  }
  let cursor = past(from.firstChild);
  for (const wanted of [...to.childNodes]) {
    const key = keyOf(wanted);
    const match = key ? keyed.get(key) : cursor && !keyOf(cursor) && isLike(cursor, wanted) ? cursor : null;
    if (!match || !isLike(match, wanted)) {
      from.insertBefore(document.importNode(wanted, true), cursor);
      continue;
    }
    if (match === cursor) cursor = past(cursor.nextSibling);
    else moveBefore(from, match, cursor);
    if (match instanceof Element) morph(match, wanted as Element);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (cursor) {
    const next = past(cursor.nextSibling);
    cursor.remove();
    cursor = next;
  }
}

/** The next that the server knows of: what a script added of its own stays where it is. */
function past(node: ChildNode | null): ChildNode | null {
  let at = node;
  while (at instanceof Element && at.hasAttribute("data-mine")) at = at.nextSibling;
  return at;
}

function keyOf(node: Node): string | null {
  return node instanceof Element ? node.getAttribute("data-key") : null;
}

function isLike(a: Node, b: Node): boolean {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName;
}

/** An element that is taken to another place loses the focus. */
function moveBefore(parent: Element, node: Node, before: Node | null): void {
  const focused = document.activeElement;
  parent.insertBefore(node, before);
  if (focused instanceof HTMLElement && node.contains(focused)) focused.focus({ preventScroll: true });
}

function copyAttributes(from: Element, to: Element): void {
  const untouched = from instanceof HTMLInputElement && from.value === from.defaultValue;
  for (const { name } of [...from.attributes]) {
    // A fold that somebody opened stays open.
    if (!to.hasAttribute(name) && name !== "open") from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  if (untouched && from instanceof HTMLInputElement) from.value = from.defaultValue;
}
