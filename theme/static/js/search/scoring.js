// Which documents match and how well, all of them, in typed arrays: lunr.Index.query's sums over
// millions of entries. Lunr itself then ranks the best of them (ranking.js).

import { Places } from "./places.js";

const REQUIRED = 2;
const PROHIBITED = 3;

/**
 * @typedef {object} Prepared
 * @property {object[]} clauses Lunr's, each with all its members
 * @property {string[][]} terms of each clause, the words of the index that it stands for
 *
 * @typedef {object} Scored
 * @property {Float64Array} keys documents that match, in the order in which Lunr would meet them
 * @property {Float64Array} scores
 */

/**
 * @param {Prepared} prepared
 * @param {(word: string) => import("./weights.js").Run[]} weightsOf
 * @param {number[]} [everything] all documents, where only unwanted words are given
 * @returns {Scored}
 */
export function scoreAll({ clauses, terms }, weightsOf, everything = []) {
  const found = new Found(everything);
  clauses.forEach((clause, i) => {
    if (clause.presence === PROHIBITED) return;
    for (const run of runsOf(clause, terms[i], weightsOf)) found.add(run, clause, i);
  });
  clauses.forEach((clause, i) => {
    if (clause.presence !== PROHIBITED) return;
    for (const run of runsOf(clause, terms[i], weightsOf)) found.strike(run.keys);
  });
  found.score(queryVectors(clauses, terms), weightsOf);
  return found.left(clauses.filter((clause) => clause.presence === REQUIRED).length);
}

function* runsOf(clause, terms, weightsOf) {
  for (const term of terms) {
    for (const run of weightsOf(term)) if (clause.fields.includes(run.field)) yield run;
  }
}

/** For each field the weight of each word in the query, divided by the vector's length. */
function queryVectors(clauses, terms) {
  const vectors = new Map();
  clauses.forEach((clause, i) => {
    if (clause.presence === PROHIBITED) return;
    for (const field of clause.fields) {
      if (!vectors.has(field)) vectors.set(field, new Map());
      const vector = vectors.get(field);
      for (const term of terms[i]) vector.set(term, (vector.get(term) ?? 0) + clause.boost);
    }
  });
  for (const vector of vectors.values()) {
    const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0));
    for (const [term, value] of vector) vector.set(term, value / length);
  }
  return vectors;
}

class Found {
  constructor(everything) {
    this.places = new Places();
    for (const key of everything) this.places.put(key);
    this.placed = new Map();
    this.required = new Uint16Array(0);
    this.last = new Int16Array(0);
    this.struck = new Places();
  }

  add(run, clause, number) {
    const placed = this.#place(run);
    if (clause.presence !== REQUIRED) return;
    const { required, last } = this.#counting();
    for (const place of placed) {
      if (last[place] === number + 1) continue;
      last[place] = number + 1;
      required[place] += 1;
    }
  }

  /** Where the documents of a run have their scores; each run is looked up once. */
  #place(run) {
    let placed = this.placed.get(run);
    if (!placed) {
      placed = new Int32Array(run.keys.length);
      for (let i = 0; i < placed.length; i++) placed[i] = this.places.put(run.keys[i]);
      this.placed.set(run, placed);
    }
    return placed;
  }

  #counting() {
    const most = this.places.keys.length;
    if (this.required.length < most) {
      this.required = enlarged(this.required, most);
      this.last = enlarged(this.last, most);
    }
    return this;
  }

  strike(keys) {
    for (const key of keys) this.struck.put(key);
  }

  score(vectors, weightsOf) {
    const words = new Map();
    for (const [field, vector] of vectors) {
      for (const [term, value] of vector) {
        if (!words.has(term)) words.set(term, new Map());
        words.get(term).set(field, value);
      }
    }
    const scores = new Float64Array(this.places.size);
    for (const [term, fields] of words) {
      for (const run of weightsOf(term)) {
        const value = fields.get(run.field);
        if (value === undefined) continue;
        const { weights } = run;
        const placed = this.#place(run);
        for (let i = 0; i < placed.length; i++) scores[placed[i]] += value * run.weights[i];
      }
    }
    this.scores = scores;
  }

  left(required) {
    const { places, struck } = this;
    const counted = required ? this.#counting().required : null;
    const left = new Int32Array(places.size);
    let many = 0;
    for (let place = 0; place < places.size; place++) {
      if (counted && counted[place] !== required) continue;
      if (struck.size && struck.of(places.keys[place]) >= 0) continue;
      left[many++] = place;
    }
    return pick({ keys: places.keys, scores: this.scores }, left.subarray(0, many));
  }
}

function enlarged(numbers, length) {
  const more = new numbers.constructor(length);
  more.set(numbers);
  return more;
}

/**
 * Some of the documents.
 * @param {Scored} scored
 * @param {Int32Array} places
 * @returns {Scored}
 */
export function pick({ keys, scores }, places) {
  const picked = { keys: new Float64Array(places.length), scores: new Float64Array(places.length) };
  for (let i = 0; i < places.length; i++) {
    picked.keys[i] = keys[places[i]];
    picked.scores[i] = scores[places[i]];
  }
  return picked;
}

/**
 * The documents that score best; of those that score alike, the ones that Lunr would meet first.
 * @param {Scored} scored
 * @param {number} most
 * @returns {number[]} keys, in no order of score
 */
export function best({ keys, scores }, most) {
  if (keys.length <= most) return [...keys];
  const least = scores.slice().sort()[scores.length - most];
  const above = [];
  const alike = [];
  scores.forEach((score, i) => {
    // Sums taken in another order may differ in their last bits.
    if (score > least + 1e-9) above.push(keys[i]);
    else if (score >= least - 1e-9) alike.push(keys[i]);
  });
  return [...above, ...alike.slice(0, most - above.length)];
}
