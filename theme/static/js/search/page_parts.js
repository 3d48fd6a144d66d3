// The parts of the results page, by name, and what is put into them without losing the focus.

/** @typedef {"results" | "hint" | "status" | "people" | "kinds" | "chips" | "values"} PartName */

export class PageParts {
  constructor() {
    /** @type {Partial<Record<PartName, string>>} by part the button that had the focus */
    this.held = {};
  }

  /** @param {PartName} name @returns {HTMLElement} */
  of(name) {
    return /** @type {HTMLElement} */ (document.querySelector(`#search-${name}`));
  }

  /** @returns {HTMLDetailsElement} */
  get facets() {
    return /** @type {HTMLDetailsElement} */ (document.querySelector("#search-facets"));
  }

  /** The controls of the query that stand beside the box. @returns {NodeListOf<HTMLInputElement | HTMLSelectElement>} */
  get tools() {
    return document.querySelectorAll("#search-tools :is(input, select)");
  }

  /** Show a query's choices in the controls. @param {import("./state.js").State} state */
  showTools({ any, advanced, sort }) {
    const values = { any, advanced, sort };
    for (const control of this.tools) {
      const value = values[/** @type {keyof typeof values} */ (optionOf(control))];
      if (typeof value === "boolean") /** @type {HTMLInputElement} */ (control).checked = value;
      else control.value = value;
    }
  }

  /**
   * Put new buttons in the place of others; the one that had the focus has it again.
   * @param {PartName} name
   * @param {Node[]} buttons
   */
  replace(name, buttons) {
    const part = this.of(name);
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    if (part.contains(focused)) this.held[name] = focused.dataset.value;
    part.replaceChildren(...buttons);
    const again = [...part.querySelectorAll("button")].find((b) => b.dataset.value === this.held[name]);
    if (!again || document.activeElement !== document.body) return;
    again.focus();
    delete this.held[name];
  }

  /** Take away all that is said of an answer. */
  clear() {
    for (const name of /** @type {const} */ (["hint", "status", "people"])) this.of(name).replaceChildren();
    for (const name of /** @type {const} */ (["kinds", "chips", "values"])) this.replace(name, []);
  }
}

/** What a control chooses: its id without the prefix. @param {HTMLElement} control */
export const optionOf = (control) => control.id.replace("search-", "");

/** @param {HTMLInputElement | HTMLSelectElement} control */
export const valueOf = (control) =>
  control instanceof HTMLInputElement && control.type === "checkbox" ? control.checked : control.value;
