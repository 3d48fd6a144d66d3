// Random lines in, what was thrown and how long the longest took out.

import { Search } from "../search/search.js";
import { answer, given, open } from "./load.js";

const { lunr, shelf, manifest } = await open();
const search = new Search(lunr, shelf, manifest);
const thrown = [];
let longest = 0;
let slowest = null;
for (const query of given.queries) {
  const start = performance.now();
  try {
    const found = await search.run(query);
    await search.suggest(query.text, 5);
    if (query.counts) await search.count(query);
    structuredClone(found);
  } catch (error) {
    thrown.push([query, String(error?.stack ?? error)]);
  }
  const taken = performance.now() - start;
  if (taken > longest) [longest, slowest] = [taken, query];
}
answer({ thrown, longest, slowest });
