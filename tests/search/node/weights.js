// Words in, the weight of each in every field of every document out.

import { Vocabulary } from "../search/vocabulary.js";
import { Weights } from "../search/weights.js";
import { answer, given, open } from "./load.js";

const { lunr, shelf, manifest } = await open();
const vocabulary = new Vocabulary(shelf, manifest);
await Promise.all(given.words.map((word) => vocabulary.loadWord(word)));
const weights = new Weights(lunr, manifest);
const out = {};
for (const word of vocabulary.postings.keys()) {
  const index = weights.index(vocabulary.postings, [word], new lunr.Pipeline());
  const posting = index.invertedIndex[word];
  out[word] = {};
  for (const field of index.fields) {
    for (const ref of Object.keys(posting[field])) {
      const { elements } = index.fieldVectors[`${field}/${ref}`];
      const at = elements.findIndex((value, i) => i % 2 === 0 && value === posting._index);
      out[word][`${field}/${ref}`] = elements[at + 1];
    }
  }
}
answer(out);
