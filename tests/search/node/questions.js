// Lines in, the headlines of the first results of each out.

import { Search } from "../search/search.js";
import { answer, given, open } from "./load.js";

const { lunr, shelf, manifest } = await open();
const search = new Search(lunr, shelf, manifest);
const found = [];
for (const text of given) {
  const { items } = await search.run({ text, typing: false, size: 3 });
  found.push(items.map(({ title }) => title));
}
answer(found);
