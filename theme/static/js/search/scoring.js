// Which documents match and how well, all of them, in typed arrays: lunr.Index.query's sums over
// millions of entries. Lunr itself then ranks the best of them (ranking.js).

const REQUIRED = 2;
const PROHIBITED = 3;

/**
 * @typedef {object} Prepared
 * @property {object[]} clauses Lunr's, each with all its members
 * @property {string[][]} terms of each clause, the words of the index that it stands for
 *
 * @typedef {object} Scored
 * @property {number[]} keys documents that match, in the order in which Lunr would meet them
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
    for (const run of runsOf(clause, terms[i], weightsOf)) found.add(run.keys, clause, i);
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
    this.places = new Map(everything.map((key, i) => [key, i]));
    this.required = [];
    this.last = [];
    this.struck = new Set();
  }

  add(keys, clause, number) {
    const { places, required, last } = this;
    for (const key of keys) {
      let place = places.get(key);
      if (place === undefined) {
        place = places.size;
        places.set(key, place);
        required.push(0);
        last.push(-1);
      }
      if (clause.presence === REQUIRED && last[place] !== number) {
        last[place] = number;
        required[place] += 1;
      }
    }
  }

  strike(keys) {
    for (const key of keys) this.struck.add(key);
  }

  score(vectors, weightsOf) {
    this.scores = new Float64Array(this.places.size);
    const words = new Map();
    for (const [field, vector] of vectors) {
      for (const [term, value] of vector) {
        if (!words.has(term)) words.set(term, new Map());
        words.get(term).set(field, value);
      }
    }
    for (const [term, fields] of words) {
      for (const { field, keys, weights } of weightsOf(term)) {
        const value = fields.get(field);
        if (value === undefined) continue;
        for (let i = 0; i < keys.length; i++) this.scores[this.places.get(keys[i])] += value * weights[i];
      }
    }
  }

  left(required) {
    const keys = [];
    const places = [];
    for (const [key, place] of this.places) {
      if ((required && this.required[place] !== required) || this.struck.has(key)) continue;
      keys.push(key);
      places.push(place);
    }
    return { keys, scores: Float64Array.from(places, (place) => this.scores[place]) };
  }
}

/**
 * The documents that score best; of those that score alike, the ones that Lunr would meet first.
 * @param {Scored} scored
 * @param {number} most
 * @returns {number[]} keys, in no order of score
 */
export function best({ keys, scores }, most) {
  if (keys.length <= most) return keys;
  const least = scores.slice().sort()[scores.length - most];
  // Sums taken in another order may differ in their last bits.
  const above = keys.filter((_, i) => scores[i] > least + 1e-9);
  const alike = keys.filter((_, i) => Math.abs(scores[i] - least) <= 1e-9);
  return [...above, ...alike.slice(0, most - above.length)];
}
