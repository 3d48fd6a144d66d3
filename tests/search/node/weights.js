// Words in, the weight of each in every field of every document out.

import { refOf } from "../search/keys.js";
import { Vocabulary } from "../search/vocabulary.js";
import { Weights } from "../search/weights.js";
import { answer, given, open } from "./load.js";

const { shelf, manifest } = await open();
const vocabulary = new Vocabulary(shelf, manifest);
await Promise.all(given.words.map((word) => vocabulary.loadWord(word)));
const weights = new Weights(manifest, vocabulary);
const rows = [...vocabulary.postings.keys()].map((word) => {
  const all = weights.of(word).flatMap(({ field, keys, weights: numbers }) =>
    Array.from(keys, (key, i) => [`${field}/${refOf(key)}`, numbers[i]]));
  return [word, Object.fromEntries(all)];
});
answer(Object.fromEntries(rows));
