// A real lunr.Index over some documents, asked by Lunr's own query: order, scores, matched words.

import { refOf } from "./keys.js";
import { Places } from "./places.js";

const NOTHING = Object.freeze({});
const PROHIBITED = 3;

/** @typedef {{ref: string, score: number, day?: number, terms: Record<string, Record<string, object>>}} Match */

/**
 * @param {typeof import("lunr")} lunr
 * @param {string[]} fields
 * @param {import("./scoring.js").Prepared} prepared
 * @param {(word: string) => import("./weights.js").Run[]} weightsOf
 * @param {import("lunr").Pipeline} pipeline
 * @param {Iterable<number>} keys the documents, each once
 * @returns {Match[]} best first
 */
export function rank(lunr, fields, prepared, weightsOf, pipeline, keys) {
  const index = indexOf(lunr, fields, [...new Set(prepared.terms.flat())], weightsOf, pipeline, keys);
  if (prepared.clauses.every((clause) => clause.presence === PROHIBITED)) {
    // Unwanted words alone take away from all documents: each needs a vector, if an empty one.
    for (const key of keys) index.fieldVectors[`${fields[0]}/${refOf(key)}`] ??= new lunr.Vector();
  }
  const found = index.query((query) => {
    for (const clause of prepared.clauses) query.clause({ ...clause });
  });
  return found.map(({ ref, score, matchData }) => ({ ref, score, terms: matchData.metadata }));
}

/**
 * @param {typeof import("lunr")} lunr
 * @param {string[]} fields
 * @param {string[]} words
 * @param {(word: string) => import("./weights.js").Run[]} weightsOf
 * @param {import("lunr").Pipeline} pipeline
 * @param {Iterable<number>} keys
 */
function indexOf(lunr, fields, words, weightsOf, pipeline, keys) {
  const places = new Places();
  for (const key of keys) places.put(key);
  const refs = Array.from(keys, refOf);
  const invertedIndex = Object.create(null);
  const fieldVectors = Object.create(null);
  words.sort().forEach((word, number) => {
    const posting = Object.create(null);
    posting._index = number;
    for (const field of fields) posting[field] = Object.create(null);
    for (const run of weightsOf(word)) addRun(lunr, run, number, places, refs, posting[run.field], fieldVectors);
    invertedIndex[word] = posting;
  });
  const tokenSet = lunr.TokenSet.fromArray(words);
  return new lunr.Index({ invertedIndex, fieldVectors, tokenSet, fields, pipeline });
}

/**
 * @param {typeof import("lunr")} lunr
 * @param {import("./weights.js").Run} run
 * @param {number} number of the word
 * @param {Places} places
 * @param {string[]} refs
 * @param {Record<string, object>} holders
 * @param {Record<string, import("lunr").Vector>} fieldVectors
 */
function addRun(lunr, { field, keys, weights }, number, places, refs, holders, fieldVectors) {
  for (let i = 0; i < keys.length; i++) {
    const place = places.of(keys[i]);
    if (place < 0) continue;
    const ref = refs[place];
    holders[ref] = NOTHING;
    const vector = (fieldVectors[`${field}/${ref}`] ??= new lunr.Vector());
    vector.elements.push(number, weights[i]);
  }
}
