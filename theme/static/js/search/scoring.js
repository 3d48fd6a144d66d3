// Which documents match and how well, all of them, in typed arrays: lunr.Index.query's sums over
// millions of entries. Lunr itself then ranks the best of them (ranking.js).

import { Places } from "./places.js";

const REQUIRED = 2;
const PROHIBITED = 3;

/**
 * @typedef {import("./weights.js").Run} Run
 * @typedef {Map<string, Map<string, number>>} Vectors by field, by word
 *
 * @typedef {object} Prepared
 * @property {import("lunr").Clause[]} clauses each with all its members
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

/**
 * @param {import("lunr").Clause} clause
 * @param {string[]} terms
 * @param {(word: string) => Run[]} weightsOf
 */
function* runsOf(clause, terms, weightsOf) {
  for (const term of terms) {
    for (const run of weightsOf(term)) if (clause.fields.includes(run.field)) yield run;
  }
}

/**
 * For each field the weight of each word in the query, divided by the vector's length.
 * @param {import("lunr").Clause[]} clauses
 * @param {string[][]} terms
 */
function queryVectors(clauses, terms) {
  /** @type {Vectors} */
  const vectors = new Map();
  clauses.forEach((clause, i) => {
    if (clause.presence === PROHIBITED) return;
    for (const field of clause.fields) {
      const vector = vectors.get(field) ?? new Map();
      vectors.set(field, vector);
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
  /** @param {number[]} everything */
  constructor(everything) {
    this.places = new Places();
    for (const key of everything) this.places.put(key);
    /** @type {Map<Run, Int32Array>} */
    this.placed = new Map();
    this.required = new Uint16Array(0);
    this.last = new Int16Array(0);
    this.struck = new Places();
    this.scores = new Float64Array(0);
  }

  /** @param {Run} run @param {import("lunr").Clause} clause @param {number} number of the clause */
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

  /** Where the documents of a run have their scores; each is looked up once. @param {Run} run */
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

  /** @param {Float64Array} keys */
  strike(keys) {
    for (const key of keys) this.struck.put(key);
  }

  /** @param {Vectors} vectors @param {(word: string) => Run[]} weightsOf */
  score(vectors, weightsOf) {
    /** @type {Vectors} by word, by field */
    const words = new Map();
    for (const [field, vector] of vectors) {
      for (const [term, value] of vector) words.set(term, (words.get(term) ?? new Map()).set(field, value));
    }
    const scores = new Float64Array(this.places.size);
    for (const [term, fields] of words) {
      for (const run of weightsOf(term)) {
        const value = fields.get(run.field);
        if (value === undefined) continue;
        const placed = this.#place(run);
        for (let i = 0; i < placed.length; i++) scores[placed[i]] += value * run.weights[i];
      }
    }
    this.scores = scores;
  }

  /** @param {number} required how many clauses must match */
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

/**
 * @template {Uint16Array | Int16Array} Numbers
 * @param {Numbers} numbers
 * @param {number} length
 * @returns {Numbers}
 */
function enlarged(numbers, length) {
  const more = new /** @type {any} */ (numbers).constructor(length);
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
  /** @type {number[]} */
  const above = [];
  /** @type {number[]} */
  const alike = [];
  scores.forEach((score, i) => {
    // Sums taken in another order may differ in their last bits.
    if (score > least + 1e-9) above.push(keys[i]);
    else if (score >= least - 1e-9) alike.push(keys[i]);
  });
  return [...above, ...alike.slice(0, most - above.length)];
}
