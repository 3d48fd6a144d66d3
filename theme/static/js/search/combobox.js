// Results as one types, under the box in the masthead. Names first, then what holds the words.

import { entityAddress } from "./addresses.js";
import { Client, saysOf } from "./client.js";
import { el } from "./elements.js";
import { Listbox } from "./listbox.js";
import { documentOption, linkOption, nameOption, retryOption } from "./options.js";
import { say, sayCount } from "./strings.js";

const NAMES = 4;
const DOCUMENTS = 4;

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
export default function openCombobox(form, input) {
  new Combobox(form, input).start();
}

class Combobox {
  /** @param {HTMLFormElement} form @param {HTMLInputElement} input */
  constructor(form, input) {
    this.form = form;
    this.input = input;
    this.root = new URL("..", form.action).href;
    this.client = new Client(form.action);
    this.listbox = new Listbox(input, say("all"));
    this.status = el("p", { role: "status", class: "search-status" });
    this.turn = 0;
  }

  start() {
    this.form.append(this.listbox.list, this.status);
    this.input.addEventListener("input", () => this.#update());
    this.form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.form.contains(relatedTarget))) this.listbox.close();
    });
    if (this.input.value) this.#update();
  }

  /** @param {HTMLElement[]} rows @param {string} says */
  #show(rows, says) {
    this.listbox.show(rows);
    this.status.textContent = says;
  }

  async #update() {
    const text = this.input.value.trim();
    const mine = ++this.turn;
    if (!text) return this.#show([], "");
    try {
      const query = { text: this.input.value, typing: !/\s$/.test(this.input.value), size: DOCUMENTS };
      const found = this.client.ask("search", { query });
      // Where both fail, the first to fail is enough to say so.
      found.catch(() => {});
      const { names } = await this.client.ask("suggest", { text, most: NAMES });
      if (mine === this.turn) this.#show(names.map((name) => nameOption(name, this.root)), "");
      const answer = await found;
      if (mine === this.turn) this.#showAll(answer, names, text);
    } catch (error) {
      if (mine === this.turn) this.#failed(error);
    }
    return undefined;
  }

  /**
   * @param {import("./search.js").Answer} answer
   * @param {import("./names.js").Suggestion[]} names
   * @param {string} text
   */
  #showAll(answer, names, text) {
    const known = new Set(names.map(({ id }) => entityAddress(id, this.root)));
    const items = answer.items.filter((item) => !known.has(new URL(item.url, this.root).href));
    const found = answer.phrases ? answer.items.length : answer.total;
    const count = Math.max(found, names.length);
    const rows = [
      ...names.map((name) => nameOption(name, this.root)),
      ...items.map((item) => documentOption(item, this.root)),
      ...this.#notes(answer),
      linkOption(say(found ? "allResults" : "noResults", { q: text }), this.#addressOf(text)),
    ];
    this.#show(rows, count ? sayCount("results", count) : say("none"));
  }

  /** @param {import("./search.js").Answer} answer */
  *#notes({ meant, short }) {
    if (meant) yield el("li", { class: "note", role: "presentation" }, `${say("resultsFor")} ${meant}.`);
    if (short) yield el("li", { class: "note", role: "presentation" }, say("short", { w: short }));
  }

  /** @param {string} text */
  #addressOf(text) {
    const address = new URL(this.form.action);
    address.searchParams.set("q", text);
    return address.href;
  }

  /** @param {unknown} error */
  #failed(error) {
    this.#show([retryOption(error, () => this.#update())], saysOf(error));
  }
}
