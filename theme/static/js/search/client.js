// The page's end of the worker: a question is a promise.

import { say } from "./strings.js";

const ADDRESS = new URL("./worker.js", import.meta.url);
/** @type {Worker | null} */
let worker = null;
let base = "";
let last = 0;
/** @type {Map<number, {resolve: (answer: any) => void, reject: (failure: SearchFailed) => void}>} */
const waiting = new Map();

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

/** Say where the index is. @param {string} address of the folder `search/` */
export function from(address) {
  base = address;
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

/**
 * @template {keyof Messages} Name
 * @param {Name} name
 * @param {Messages[Name][0]} message
 * @returns {Promise<Messages[Name][1]>}
 */
export function ask(name, message) {
  const asked = (worker ??= start());
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    asked.postMessage({ ...message, id, name });
  });
}

function start() {
  const fresh = new Worker(ADDRESS, { type: "module" });
  fresh.addEventListener("message", ({ data }) => take(data));
  fresh.addEventListener("error", (event) => {
    event.preventDefault();
    giveUp("fetch", "The search did not load");
  });
  fresh.postMessage({ id: 0, name: "open", base });
  return fresh;
}

/** @param {{id: number, failed?: "fetch" | "internal", says: string}} data */
function take(data) {
  // A worker that failed to fetch is replaced: browsers remember modules that did not load.
  if (data.failed === "fetch") return giveUp("fetch", data.says);
  const asked = waiting.get(data.id);
  waiting.delete(data.id);
  return data.failed ? asked?.reject(new SearchFailed(data.failed, data.says)) : asked?.resolve(data);
}

/** @param {"fetch" | "internal"} kind @param {string} says */
function giveUp(kind, says) {
  worker?.terminate();
  worker = null;
  for (const { reject } of waiting.values()) reject(new SearchFailed(kind, says));
  waiting.clear();
}
