// Every word finds every document that holds it, whole or begun; what is not found is the answer.

import { refOf } from "../search/keys.js";
import { Search } from "../search/search.js";
import { answer, given, open } from "./load.js";

const { lunr, shelf, manifest } = await open();
const search = new Search(lunr, shelf, manifest);
const lost = [];
let asked = 0;

async function refs(text, typing) {
  const found = await search.run({ text, typing, size: 0 });
  return { refs: new Set(Array.from(search.finder.last.found.scored.keys, refOf)), short: found.short };
}

for (const [text, holders] of given.words) {
  const { refs: found } = await refs(text, false);
  for (const ref of holders) if (!found.has(ref)) lost.push([text, ref]);
  asked += 1;
}
for (const [text, holders] of given.begun) {
  for (let end = 1; end <= text.length; end++) {
    const { refs: found, short } = await refs(text.slice(0, end), true);
    asked += 1;
    // Too short a beginning is said to be so, and no result of it was shown before.
    if (short) continue;
    for (const ref of holders) if (!found.has(ref)) lost.push([text.slice(0, end), ref]);
  }
}
answer({ asked, lost: lost.slice(0, 50), count: lost.length });
