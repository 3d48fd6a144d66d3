// The results page: the box, the ways to narrow, the list; all of it in the address.

import { Client, saysOf } from "./client.js";
import { el } from "./elements.js";
import { hintsOf, retryHint } from "./hints.js";
import { chips, facetLists, kindButtons, showNames } from "./narrowing.js";
import { optionOf, PageParts, valueOf } from "./page_parts.js";
import { resultItem } from "./result.js";
import { readState, writeState } from "./state.js";
import { say, sayCount } from "./strings.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./search.js").Answer} Answer
 */

const FIRST = 5;
const FURTHER = 10;

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
export default async function openResults(form, input) {
  new ResultsPage(form, input, await asking(form.action)).start();
}

/**
 * What answers the page's questions: this digest's index, or with it those of its archives.
 * @param {string} action
 * @returns {Promise<Client["ask"]>}
 */
async function asking(action) {
  const own = new Client(action);
  const archives = document.querySelector("#search-results")?.getAttribute("data-archives");
  if (!archives) return (name, message) => own.ask(name, message);
  const { default: askTogether } = await import("./archives.js");
  const root = new URL("..", action).href;
  const roots = archives.split(" ").map((address) => new URL(address, root).href).filter((other) => other !== root);
  /** @param {string} other */
  const source = (other) => ({ client: new Client(`${other}search/`), root: other, name: decodeURIComponent(other.split("/").at(-2) ?? "") });
  return askTogether({ client: own, root, name: "" }, roots.map(source));
}

class ResultsPage {
  /** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {Client["ask"]} ask */
  constructor(form, input, ask) {
    this.form = form;
    this.input = input;
    this.ask = ask;
    this.root = new URL("..", form.action).href;
    this.parts = new PageParts();
    this.list = el("ol", { class: "results" });
    this.more = el("button", { type: "button", class: "more", onclick: () => this.#further() }, say("more"));
    this.turn = 0;
    this.typing = false;
    this.unfinished = false; // the newest step of the history is a line that is still being typed
    this.loading = false;
    this.phrases = false;
    /** @type {number | null} where the next results begin */
    this.next = null;
    this.state = readState("");
  }

  start() {
    this.parts.of("results").append(this.list, this.more);
    this.more.hidden = true;
    const early = this.input.value;
    this.#read();
    // Somebody may have typed before this script was there.
    if (early.trim()) {
      this.input.value = early;
      this.#typed();
    }
    this.#listen();
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change({ q: this.input.value.trim(), verbatim: false });
    });
    this.input.addEventListener("input", () => this.#typed());
    for (const control of this.parts.tools) {
      control.addEventListener("change", () => this.#change({ [optionOf(control)]: valueOf(control) }));
    }
    this.parts.facets.addEventListener("toggle", () => this.#count());
    window.addEventListener("popstate", () => this.#read());
    this.list.addEventListener("click", () => this.#keep({ y: scrollY }));
    const seen = new IntersectionObserver(([entry]) => entry.isIntersecting && this.#further());
    seen.observe(this.more);
  }

  /** Take the state from the address. */
  #read() {
    this.unfinished = false;
    this.state = readState(location.search);
    this.input.value = this.state.q;
    this.parts.showTools(this.state);
    this.#search(false, history.state ?? {});
  }

  /** Keep with the address where the reader is, for when they come back. @param {{shown?: number, y?: number}} where */
  #keep(where) {
    history.replaceState({ ...history.state, ...where }, "");
  }

  /** A change that the reader can go back from. @param {Partial<State>} changes */
  #change(changes) {
    this.state = { ...this.state, q: this.input.value.trim(), ...changes };
    this.input.value = this.state.q;
    this.parts.showTools(this.state);
    this.#remember(false);
    this.#search(false);
  }

  #typed() {
    this.state = { ...this.state, q: this.input.value, verbatim: false };
    this.#remember(true);
    this.#search(!/\s$/.test(this.input.value) && !this.state.advanced);
  }

  /** Put the state into the address: all letters of one line are one step in the history. @param {boolean} typing */
  #remember(typing) {
    const address = writeState({ ...this.state, q: this.state.q.trim() });
    if (this.unfinished) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.unfinished = typing;
  }

  /** @param {boolean} typing @param {number} start @param {number} size @returns {import("./search.js").Query} */
  #query(typing, start, size) {
    const { q, ...rest } = this.state;
    return { text: q, typing, from: start, size, ...rest };
  }

  /**
   * @param {boolean} typing
   * @param {{shown?: number, y?: number}} [where] how many results were shown, and how far down
   */
  async #search(typing, { shown = FIRST, y = 0 } = {}) {
    const mine = ++this.turn;
    this.typing = typing;
    this.next = null;
    document.documentElement.toggleAttribute("data-searching", !this.#isEmpty());
    this.#showChips();
    if (this.#isEmpty()) {
      this.#clear();
      this.#count();
      return;
    }
    this.parts.of("results").setAttribute("aria-busy", "true");
    await this.#unlessFailed(mine, async () => {
      const found = this.ask("search", { query: this.#query(typing, 0, Math.max(shown, FIRST)) });
      // Where both fail, the first to fail is enough to say so.
      found.catch(() => {});
      await this.#suggest(typing, mine);
      const answer = await found;
      if (mine !== this.turn) return;
      this.#show(answer);
      if (y) scrollTo(0, y);
    });
  }

  /** @param {boolean} typing @param {number} mine */
  async #suggest(typing, mine) {
    const { names } = typing ? await this.ask("suggest", { text: this.state.q, most: 5 }) : { names: [] };
    if (mine === this.turn) showNames(this.parts.of("people"), names, this.root);
  }

  /** Do something for a search; where it fails, say so, unless another search has come meanwhile.
   * @param {number} mine @param {() => Promise<void>} what */
  async #unlessFailed(mine, what) {
    try {
      await what();
    } catch (error) {
      if (mine === this.turn) this.#failed(error);
    }
  }

  #isEmpty() {
    return !this.state.q.trim() && !this.state.kind && !Object.keys(this.state.filters).length;
  }

  /** Fill in the filters, where they are open: with words or without. */
  async #count() {
    if (!this.parts.facets.open) return;
    const mine = this.turn;
    await this.#unlessFailed(mine, async () => {
      const { counts, kinds } = await this.ask("count", { query: this.#query(this.typing, 0, 0) });
      if (mine !== this.turn || !counts) return;
      /** @param {string} facet @param {string} value */
      const choose = (facet, value) => this.#change({ filters: { ...this.state.filters, [facet]: value } });
      this.parts.replace("values", facetLists(counts, this.state.filters, choose, !this.phrases));
      if (this.#isEmpty()) this.#showKinds(kinds);
    });
  }

  async #further() {
    if (this.next === null || this.loading) return;
    const mine = this.turn;
    const query = this.#query(this.typing, this.next, FURTHER);
    this.loading = true;
    await this.#unlessFailed(mine, async () => {
      const answer = await this.ask("search", { query });
      if (mine === this.turn) this.#append(answer);
      this.#keep({ shown: this.list.children.length });
    });
    this.loading = false;
  }

  async #showChips() {
    const mine = this.turn;
    const { filters } = this.state;
    await this.#unlessFailed(mine, async () => {
      const { labels } = Object.keys(filters).length ? await this.ask("labels", { filters }) : { labels: {} };
      /** @param {string[]} facets */
      const remove = (facets) => this.#change({ filters: without(this.state.filters, facets) });
      if (mine === this.turn && labels) this.parts.replace("chips", chips(labels, remove));
    });
  }

  /** @param {Answer} answer */
  #show(answer) {
    this.list.replaceChildren();
    this.parts.of("hint").replaceChildren(...hintsOf(answer, this.state, (changes) => this.#change(changes)));
    this.phrases = answer.phrases;
    this.#showKinds(answer.kinds);
    this.#append(answer);
    this.#count();
  }

  /** Phrases are looked for in one result after another, so of them no counts are known. @param {Record<string, number>} kinds */
  #showKinds(kinds) {
    this.parts.replace("kinds", kindButtons(kinds, this.state.kind, (kind) => this.#change({ kind }), !this.phrases));
  }

  /** @param {Answer} answer */
  #append(answer) {
    const items = answer.items.map((item) => resultItem(item, this.root));
    this.list.append(...items);
    if (!answer.more && document.activeElement === this.more) items[0]?.querySelector("a")?.focus();
    this.parts.of("status").textContent = this.#countOf(answer);
    this.next = answer.more ? answer.next : null;
    this.more.hidden = !answer.more;
    this.parts.of("results").removeAttribute("aria-busy");
  }

  /** @param {Answer} answer */
  #countOf({ phrases, more, total }) {
    const count = phrases ? this.list.children.length : total;
    const results = count ? sayCount("results", count) : say("none");
    return phrases && more ? say("soFar", { results }) : results;
  }

  #clear() {
    this.phrases = false;
    this.parts.clear();
    this.list.replaceChildren();
    this.more.hidden = true;
    this.parts.of("results").removeAttribute("aria-busy");
  }

  /** @param {unknown} error */
  #failed(error) {
    this.#clear();
    this.parts.of("status").textContent = saysOf(error);
    this.parts.of("hint").replaceChildren(retryHint(() => this.#search(this.typing)));
  }
}

/** @param {Record<string, string>} filters @param {string[]} facets */
const without = (filters, facets) =>
  Object.fromEntries(Object.entries(filters).filter(([facet]) => !facets.includes(facet)));
