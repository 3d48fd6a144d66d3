// The results page: the box, the ways to narrow, the list; all of it in the address.

import { ask, from } from "./client.js";
import { el } from "./elements.js";
import { facetLists, kindButtons, showNames } from "./narrowing.js";
import { resultItem } from "./result.js";
import { readState, writeState } from "./state.js";
import { say, sayCount } from "./strings.js";

const FIRST = 5;
const FURTHER = 10;

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
export default function openResults(form, input) {
  from(form.action);
  new ResultsPage(form, input).start();
}

class ResultsPage {
  constructor(form, input) {
    this.form = form;
    this.input = input;
    this.root = new URL("..", form.action).href;
    this.place = (name) => document.querySelector(`#search-${name}`);
    this.list = el("ol", { class: "results" });
    this.more = el("button", { type: "button", class: "more", onclick: () => this.#further() }, say("more"));
    this.turn = 0;
    this.held = {};
  }

  start() {
    this.place("results").append(this.list, this.more);
    this.more.hidden = true;
    const early = this.input.value;
    this.#read();
    // Somebody may have typed before this script was there.
    if (early.trim()) {
      this.input.value = early;
      this.#typed();
    }
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change({ q: this.input.value.trim() });
    });
    this.input.addEventListener("input", () => this.#typed());
    for (const control of this.place("tools").querySelectorAll("input, select")) {
      control.addEventListener("change", () => this.#tool(control));
    }
    this.place("facets").addEventListener("toggle", () => this.#count());
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
    this.place("any").checked = this.state.any;
    this.place("advanced").checked = this.state.advanced;
    this.place("sort").value = this.state.sort;
    if (Object.keys(this.state.filters).length) this.place("facets").open = true;
    this.#search(false, history.state ?? {});
  }

  /** Keep with the address where the reader is, for when they come back. */
  #keep(where) {
    history.replaceState({ ...history.state, ...where }, "");
  }

  #tool(control) {
    const value = control.type === "checkbox" ? control.checked : control.value;
    this.#change({ [control.id.replace("search-", "")]: value });
  }

  /** A change that the reader can go back from. */
  #change(changes) {
    this.state = { ...this.state, q: this.input.value.trim(), ...changes };
    this.#remember(false);
    this.#search(false);
  }

  #filter(facet, value) {
    this.#change({ filters: { ...this.state.filters, [facet]: value } });
  }

  #typed() {
    this.state = { ...this.state, q: this.input.value };
    this.#remember(true);
    this.#search(!/\s$/.test(this.input.value) && !this.state.advanced);
  }

  /** Put the state into the address: all letters of one line are one step in the history. */
  #remember(typing) {
    const address = writeState({ ...this.state, q: this.state.q.trim() });
    if (this.unfinished) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    this.unfinished = typing;
  }

  #query(typing, from, size) {
    const { q, ...rest } = this.state;
    return { text: q, typing, from, size, ...rest };
  }

  /** @param {{shown?: number, y?: number}} [where] how many results were shown, and how far down */
  async #search(typing, { shown = FIRST, y = 0 } = {}) {
    const mine = ++this.turn;
    this.typing = typing;
    this.next = null;
    if (this.#isEmpty()) {
      this.#clear();
      return this.#count();
    }
    this.place("results").setAttribute("aria-busy", "true");
    try {
      const names = typing ? ask("suggest", { text: this.state.q, most: 5 }) : { names: [] };
      const found = ask("search", { query: this.#query(typing, 0, Math.max(shown, FIRST)) });
      // Where both fail, the first to fail is enough to say so.
      found.catch(() => {});
      const suggested = await names;
      if (mine === this.turn) showNames(this.place("people"), suggested.names, this.root);
      const answer = await found;
      if (mine !== this.turn) return undefined;
      this.#show(answer);
      if (y) scrollTo(0, y);
    } catch (error) {
      if (mine === this.turn) this.#failed(error);
    }
    return undefined;
  }

  #isEmpty() {
    return !this.state.q.trim() && !this.state.kind && !Object.keys(this.state.filters).length;
  }

  /** Fill in the filters, where they are open: with words or without. */
  async #count() {
    if (!this.place("facets").open) return;
    const mine = this.turn;
    try {
      const { counts, kinds } = await ask("count", { query: this.#query(this.typing, 0, 0) });
      if (mine !== this.turn || !counts) return;
      const choose = (facet, value) => this.#filter(facet, value);
      this.#replace("values", facetLists(counts, this.state.filters, choose, !this.phrases));
      if (this.#isEmpty()) this.#showKinds(kinds);
    } catch (error) {
      if (mine === this.turn) this.#failed(error);
    }
  }

  async #further() {
    if (this.next === null || this.loading) return;
    const mine = this.turn;
    this.loading = true;
    try {
      const answer = await ask("search", { query: this.#query(this.typing, this.next, FURTHER) });
      if (mine === this.turn) this.#append(answer);
      this.#keep({ shown: this.list.children.length });
    } catch (error) {
      if (mine === this.turn) this.#failed(error);
    } finally {
      this.loading = false;
    }
  }

  #show(answer) {
    this.list.replaceChildren();
    this.place("hint").replaceChildren(...this.#hints(answer));
    this.phrases = answer.phrases;
    this.#showKinds(answer.kinds);
    this.#append(answer);
    this.#count();
  }

  /** Of phrases, which are looked for in one result after another, it is not known how many there are. */
  #showKinds(kinds) {
    const choose = (kind) => this.#change({ kind });
    this.#replace("kinds", kindButtons(kinds, this.state.kind, choose, !this.phrases));
  }

  /** Put new buttons in the place of others; the one that had the focus has it again. */
  #replace(name, buttons) {
    const place = this.place(name);
    if (place.contains(document.activeElement)) this.held[name] = document.activeElement.dataset.value;
    place.replaceChildren(...buttons);
    const again = [...place.querySelectorAll("button")].find((b) => b.dataset.value === this.held[name]);
    if (!again || document.activeElement !== document.body) return;
    again.focus();
    delete this.held[name];
  }

  #append(answer) {
    const items = answer.items.map((item) => resultItem(item, this.root));
    this.list.append(...items);
    if (!answer.more && document.activeElement === this.more) items[0]?.querySelector("a").focus();
    const count = answer.phrases ? this.list.children.length : answer.total;
    const results = count ? sayCount("results", count) : say("none");
    this.place("status").textContent = answer.phrases && answer.more ? say("soFar", { results }) : results;
    this.next = answer.more ? answer.next : null;
    this.more.hidden = !answer.more;
    this.place("results").removeAttribute("aria-busy");
  }

  #hints({ meant, short, hint, total }) {
    const hints = [];
    if (meant) {
      const better = el("a", { href: writeState({ ...this.state, q: meant }) }, meant);
      better.addEventListener("click", (event) => {
        event.preventDefault();
        this.input.value = meant;
        this.#change({ q: meant });
      });
      hints.push(el("p", {}, `${say("didYouMean")} `, better, "?"));
    }
    if (short) hints.push(el("p", {}, say("short", { w: short })));
    if (hint) hints.push(el("p", { class: "failed" }, say(hint.code, { says: hint.says ?? "" })));
    if (!total && !this.state.any && /\s/.test(this.state.q.trim())) {
      const any = () => { this.place("any").checked = true; this.#change({ any: true }); };
      hints.push(el("p", {}, el("button", { type: "button", onclick: any }, say("anyWord"))));
    }
    return hints;
  }

  #clear() {
    this.phrases = false;
    for (const name of ["hint", "status", "people"]) this.place(name).replaceChildren();
    for (const name of ["kinds", "values"]) this.#replace(name, []);
    this.list.replaceChildren();
    this.more.hidden = true;
  }

  #failed(error) {
    const says = say(error.kind === "fetch" ? "offline" : "internal", { says: error.message });
    const again = el("button", { type: "button", onclick: () => this.#search(this.typing) }, say("retry"));
    this.#clear();
    this.place("results").removeAttribute("aria-busy");
    this.place("status").textContent = says;
    this.place("hint").replaceChildren(el("p", { class: "failed" }, again));
  }
}
