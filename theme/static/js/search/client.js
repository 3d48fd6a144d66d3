// The page's end of the worker: a question is a promise.

import { say } from "./strings.js";

const ADDRESS = new URL("./worker.js", import.meta.url);
/** A search that could not be done: `kind` is "fetch" (offline, say) or "internal". */
export class SearchFailed extends Error {
  /** @param {"fetch" | "internal"} kind @param {string} says */
  constructor(kind, says) {
    super(says);
    this.kind = kind;
  }
}

/** What to tell a reader of a failure. @param {unknown} error */
export function saysOf(error) {
  const { kind, message } = /** @type {SearchFailed} */ (error);
  return say(kind === "fetch" ? "offline" : "internal", { says: message });
}

/**
 * What can be asked, and what is answered. Where the same was asked anew meanwhile, the answer to
 * the older question holds `overtaken` alone.
 * @typedef {object} Messages
 * @property {[{query: import("./search.js").Query}, import("./search.js").Answer]} search
 * @property {[{query: import("./search.js").Query}, import("./search.js").Count]} count
 * @property {[{text: string, most: number}, {names: import("./names.js").Suggestion[]}]} suggest
 * @property {[{filters: Record<string, string>}, {labels: Record<string, string>}]} labels
 */

/** One index and the worker that searches it, which begins with the first question. */
export class Client {
  /** @param {string} base the address of the folder `search/` */
  constructor(base) {
    this.base = base;
    /** @type {Worker | null} */
    this.worker = null;
    this.last = 0;
    /** @type {Map<number, {resolve: (answer: any) => void, reject: (failure: SearchFailed) => void}>} */
    this.waiting = new Map();
  }

  /**
   * @template {keyof Messages} Name
   * @param {Name} name
   * @param {Messages[Name][0]} message
   * @returns {Promise<Messages[Name][1]>}
   */
  ask(name, message) {
    const asked = (this.worker ??= this.#start());
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      asked.postMessage({ ...message, id, name });
    });
  }

  #start() {
    const fresh = new Worker(ADDRESS, { type: "module" });
    fresh.addEventListener("message", ({ data }) => this.#take(data));
    fresh.addEventListener("error", (event) => {
      event.preventDefault();
      this.#giveUp("fetch", "The search did not load");
    });
    fresh.postMessage({ id: 0, name: "open", base: this.base });
    return fresh;
  }

  /** @param {{id: number, failed?: "fetch" | "internal", says: string}} data */
  #take(data) {
    // A worker that failed to fetch is replaced: browsers remember modules that did not load.
    if (data.failed === "fetch") return this.#giveUp("fetch", data.says);
    const asked = this.waiting.get(data.id);
    this.waiting.delete(data.id);
    return data.failed ? asked?.reject(new SearchFailed(data.failed, data.says)) : asked?.resolve(data);
  }

  /** @param {"fetch" | "internal"} kind @param {string} says */
  #giveUp(kind, says) {
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(new SearchFailed(kind, says));
    this.waiting.clear();
  }
}
