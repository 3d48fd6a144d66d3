// The page's end of the worker: a question is a promise.

const ADDRESS = new URL("./worker.js", import.meta.url);
/** @type {Worker | null} */
let worker = null;
let base = "";
let last = 0;
const waiting = new Map();

/** A search that could not be done: `kind` is "fetch" (offline, say) or "internal". */
export class SearchFailed extends Error {
  constructor(kind, says) {
    super(says);
    this.kind = kind;
  }
}

/** Say where the index is. @param {string} address of the folder `search/` */
export function from(address) {
  base = address;
}

/**
 * @param {string} name search, count or suggest
 * @param {object} message
 * @returns {Promise<object>} the answer; `overtaken` alone where the same was asked anew meanwhile
 */
export function ask(name, message) {
  worker ??= start();
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ ...message, id, name });
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

function take(data) {
  // A worker that failed to fetch is replaced: browsers remember modules that did not load.
  if (data.failed === "fetch") return giveUp("fetch", data.says);
  const { resolve, reject } = waiting.get(data.id) ?? {};
  waiting.delete(data.id);
  return data.failed ? reject?.(new SearchFailed(data.failed, data.says)) : resolve?.(data);
}

function giveUp(kind, says) {
  worker?.terminate();
  worker = null;
  for (const { reject } of waiting.values()) reject(new SearchFailed(kind, says));
  waiting.clear();
}
