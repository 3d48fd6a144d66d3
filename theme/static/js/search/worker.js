// The search beside the page: every message has a name, one handler answers, nothing escapes it.

import { Search } from "./search.js";
import { FetchError, Shelf } from "./shelf.js";

let base = "";
/** @type {Promise<Search> | null} */
let opening = null;

async function open() {
  const shelf = new Shelf(base);
  const library = import(`${base}lunr.js`);
  const [{ default: lunr }, manifest] = await Promise.all([library, shelf.manifest()]);
  return new Search(lunr, shelf, manifest);
}

function search() {
  opening ??= open().catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** @type {Record<string, (message: any) => Promise<object>>} */
const ANSWERS = {
  open: async (message) => {
    base = message.base;
    await search();
    return {};
  },
  search: async ({ query }) => (await search()).run(query),
  count: async ({ query }) => (await search()).count(query),
  labels: async ({ filters }) => ({ labels: await (await search()).labels(filters) }),
  suggest: async ({ text, most }) => ({ names: await (await search()).suggest(text, most) }),
};

/** By name the last message that came: one that another overtook need not be answered. */
/** @type {Map<string, number>} */
const newest = new Map();

/** Let the messages come in that are already under way. */
const pause = () => new Promise((resolve) => { setTimeout(resolve); });

/**
 * Answer once more with the build that is published now, where this one is no longer.
 * @param {{name: string, id: number}} message
 */
async function answer(message) {
  try {
    return await ANSWERS[message.name](message);
  } catch (error) {
    if (!(error instanceof FetchError && error.gone)) throw error;
    opening = null;
    return ANSWERS[message.name](message);
  }
}

self.addEventListener("message", async ({ data }) => {
  const { id, name } = data;
  newest.set(name, id);
  await pause();
  try {
    self.postMessage({ id, name, ...(newest.get(name) === id ? await answer(data) : { overtaken: true }) });
  } catch (error) {
    const failed = error instanceof FetchError || error instanceof TypeError ? "fetch" : "internal";
    self.postMessage({ id, name, failed, says: error instanceof Error ? error.message : String(error) });
  }
});
