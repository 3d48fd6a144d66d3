// Which documents match and how well, all of them, in typed arrays: lunr.Index.query's sums over
// millions of entries. Lunr itself then ranks the best of them (ranking.js).

import { Places } from "./places.js";

const REQUIRED = 2;
const PROHIBITED = 3;
const ABOVE = 1000; // more than any score: a document that holds more of the words stands before

/**
 * @typedef {import("./weights.js").Run} Run
 * @typedef {Map<string, Map<string, number>>} Vectors by field, by word
 *
 * @typedef {object} Prepared
 * @property {(import("lunr").Clause & {wanted?: boolean})[]} clauses each with all its members
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
    for (const run of runsOf(clause, terms[i], weightsOf)) found.add(run, tallyOf(clause), i);
  });
  clauses.forEach((clause, i) => {
    if (clause.presence !== PROHIBITED) return;
    for (const run of runsOf(clause, terms[i], weightsOf)) found.strike(run.keys);
  });
  found.score(queryVectors(clauses, terms), weightsOf);
  const wanted = clauses.filter((clause, i) => clause.wanted && terms[i].length).length;
  return found.left(clauses.filter((clause) => clause.presence === REQUIRED).length, wanted);
}

/** @param {{presence: number, wanted?: boolean}} clause @returns {"required" | "wanted" | null} */
const tallyOf = ({ presence, wanted }) => (presence === REQUIRED ? "required" : wanted ? "wanted" : null);

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

/** How many clauses each document matches, by its place. */
class Tally {
  constructor() {
    this.counts = new Uint16Array(0);
    this.last = new Int16Array(0);
  }

  /** @param {number} places how many there are */
  grow(places) {
    if (this.counts.length >= places) return;
    this.counts = enlarged(this.counts, places);
    this.last = enlarged(this.last, places);
  }

  /** @param {Int32Array} placed @param {number} number of the clause */
  add(placed, number) {
    for (const place of placed) {
      if (this.last[place] === number + 1) continue;
      this.last[place] = number + 1;
      this.counts[place] += 1;
    }
  }
}

class Found {
  /** @param {number[]} everything */
  constructor(everything) {
    this.places = new Places();
    for (const key of everything) this.places.put(key);
    /** @type {Map<Run, Int32Array>} */
    this.placed = new Map();
    this.required = new Tally();
    this.wanted = new Tally();
    this.struck = new Places();
    this.scores = new Float64Array(0);
  }

  /** @param {Run} run @param {"required" | "wanted" | null} tally @param {number} number of the clause */
  add(run, tally, number) {
    const placed = this.#place(run);
    if (!tally) return;
    this[tally].grow(this.places.keys.length);
    this[tally].add(placed, number);
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

  /**
   * @param {number} required how many clauses must match
   * @param {number} wanted of how many clauses most must; what matches more of them scores above
   */
  left(required, wanted) {
    const { places, struck } = this;
    this.required.grow(places.size);
    const counts = this.required.counts;
    const left = new Int32Array(places.size);
    let many = 0;
    for (let place = 0; place < places.size; place++) {
      if (counts[place] !== required) continue;
      if (struck.size && struck.of(places.keys[place]) >= 0) continue;
      left[many++] = place;
    }
    const rest = left.subarray(0, many);
    return pick({ keys: places.keys, scores: this.scores }, wanted ? this.#most(rest, wanted) : rest);
  }

  /** Those of some documents that hold most of the wanted words. @param {Int32Array} left @param {number} wanted */
  #most(left, wanted) {
    this.wanted.grow(this.places.size);
    const { counts } = this.wanted;
    const least = leastOf(left.reduce((most, place) => Math.max(most, counts[place]), 0), wanted);
    for (const place of left) this.scores[place] += counts[place] * ABOVE;
    return left.filter((place) => counts[place] >= least);
  }
}

/**
 * How many of the wanted words are most: half of them, and all but one of those that stand together
 * anywhere; where nowhere half of them stand together, as many as do.
 * @param {number} together
 * @param {number} wanted
 */
export function leastOf(together, wanted) {
  return Math.max(1, together - 1, Math.min(together, Math.ceil(wanted / 2)));
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
