// A listbox under a text field, as ARIA's combobox pattern has it: what is open, which option is active
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).

import { el } from "./elements.js";

export class Listbox {
  /**
   * @param {HTMLInputElement} input
   * @param {string} label
   */
  constructor(input, label) {
    this.input = input;
    this.list = el("ul", { role: "listbox", id: "search-options", class: "search-options",
      "aria-label": label, hidden: true });
    this.active = -1;
    const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id,
      "aria-autocomplete": "list", autocomplete: "off" };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.addEventListener("keydown", (event) => this.#press(event));
  }

  /** @returns {HTMLElement[]} */
  get options() {
    return [...this.list.querySelectorAll('[role="option"]')].filter((e) => e instanceof HTMLElement);
  }

  /** @param {HTMLElement[]} rows */
  show(rows) {
    this.list.replaceChildren(...rows);
    this.options.forEach((option, i) => { option.id = `search-option-${i}`; });
    this.list.hidden = !rows.length;
    this.input.setAttribute("aria-expanded", String(rows.length > 0));
    this.#choose(-1);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.#choose(-1);
  }

  /** Make an option the active one; before the first and behind the last none is. @param {number} number */
  #choose(number) {
    const all = this.options;
    this.active = number >= 0 && number < all.length ? number : -1;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === this.active)));
    if (this.active < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", all[this.active].id);
    return all[this.active].scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (this.list.hidden) return;
    const does = {
      ArrowDown: () => this.#choose(this.active + 1),
      ArrowUp: () => this.#choose(this.active < 0 ? this.options.length - 1 : this.active - 1),
      Escape: () => this.close(),
      Enter: this.active < 0 ? undefined : () => this.options[this.active].click(),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }
}
