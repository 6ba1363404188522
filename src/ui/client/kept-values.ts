/** What was typed into a form: field name → its values, in order. */
export type Kept = Record<string, string[]>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function typedControls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement ||
        (element instanceof HTMLInputElement &&
          !["hidden", "file", "password", "submit", "button"].includes(element.type))) &&
      element.name !== "" &&
      !element.closest(".trap"),
  );
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);
}

export function readForm(form: HTMLFormElement): Kept {
  const kept: Kept = {};
  for (const control of typedControls(form)) {
    kept[control.name] ??= [];
    if (!isTick(control) || control.checked) kept[control.name]!.push(control.value);
  }
  return kept;
}

function differsFromPage(control: Control): boolean {
  if (isTick(control)) return control.checked !== control.defaultChecked;
  if (!(control instanceof HTMLSelectElement)) return control.value !== control.defaultValue;
  const chosen = [...control.options].findIndex((option) => option.defaultSelected);
  return control.selectedIndex !== Math.max(chosen, 0);
}

/** The fields that hold something else than what the page came with: of radio buttons all of a name. */
export function changedFields(form: HTMLFormElement): Set<Element> {
  const controls = typedControls(form);
  const changed = controls.filter(differsFromPage);
  const radios = new Set(changed.filter(({ type }) => type === "radio").map(({ name }) => name));
  return new Set([...changed, ...controls.filter(({ type, name }) => type === "radio" && radios.has(name))]);
}

/**
 * Puts values back, telling the fields so that whatever watches them follows. Returns whether any changed.
 *
 * @param except fields that stay as they are
 */
export function fillForm(form: HTMLFormElement, kept: Kept, except: ReadonlySet<Element>): boolean {
  let changed = false;
  const taken: Record<string, number> = {};
  for (const control of typedControls(form)) {
    const values = kept[control.name];
    if (!values) continue;
    if (isTick(control)) {
      if (except.has(control)) continue;
      const ticked = values.includes(control.value);
      if (control.checked === ticked) continue;
      control.checked = ticked;
    } else {
      const at = taken[control.name] ?? 0;
      taken[control.name] = at + 1;
      const value = values[at];
      if (value === undefined || value === control.value || except.has(control)) continue;
      control.value = value;
    }
    changed = true;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return changed;
}
