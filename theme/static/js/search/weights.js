// Postings to weights: the same numbers that lunr.Builder would have made of the documents.

import { keyOf } from "./keys.js";
import { Reader } from "./numbers.js";

// So many entries are kept ready; beyond, they are made again when asked for.
const MOST_ENTRIES = 1_000_000;

// The order in which one index would meet documents.
const MET = "sqen";

/**
 * @typedef {{field: string, keys: Float64Array, weights: Float64Array}} Run one field of one kind
 * @typedef {{field: string, at: number[], keys: Float64Array, times: number[], lengths: ArrayLike<number>}} Unweighed
 */

export class Weights {
  /**
   * @param {import("./shelf.js").Manifest} manifest
   * @param {import("./vocabulary.js").Vocabulary} vocabulary
   */
  constructor(manifest, vocabulary) {
    this.manifest = manifest;
    this.vocabulary = vocabulary;
    this.sections = manifest.sections.map((text) => ({ kind: text[0], field: text.slice(1) }));
    /** @type {Map<string, Run[]>} */
    this.ready = new Map();
    this.entries = 0;
  }

  /**
   * A word's weights in every document that holds it.
   * @param {string} word
   * @returns {Run[]}
   */
  of(word) {
    let runs = this.ready.get(word);
    if (!runs) {
      if (this.entries > MOST_ENTRIES) this.#forget();
      runs = this.#make(this.vocabulary.postings.get(word) ?? "");
      this.ready.set(word, runs);
    }
    return runs;
  }

  #forget() {
    this.ready.clear();
    this.entries = 0;
  }

  /** @param {string} packed @returns {Run[]} */
  #make(packed) {
    const runs = inOrder(runsOf(packed, this.sections, this.manifest, this.vocabulary.texts));
    const held = runs.reduce((sum, run) => sum + run.keys.length, 0);
    const idf = inverseFrequency(this.manifest.documents, held);
    this.entries += held;
    return runs.map((run) => ({ field: run.field, keys: run.keys, weights: this.#weigh(run, idf) }));
  }

  /**
   * lunr.Builder.createFieldVectors, letter by letter: the order of the sums decides the last bit.
   * @param {Unweighed} run
   * @param {number} idf
   */
  #weigh({ field, times, lengths }, idf) {
    const { k1, b, fields, documents } = this.manifest;
    const average = this.manifest.lengths[field] / documents;
    return Float64Array.from(times, (tf, i) => {
      let score = (idf * ((k1 + 1) * tf)) / (k1 * (1 - b + b * (lengths[i] / average)) + tf);
      score *= fields[field];
      return Math.round(score * 1000) / 1000;
    });
  }
}

/** lunr.idf, for a word that stands in so many fields. @param {number} documents @param {number} held */
function inverseFrequency(documents, held) {
  const x = (documents - held + 0.5) / (held + 0.5);
  return Math.log(1 + Math.abs(x));
}

/**
 * A word's postings, unpacked (search/postings.py says how they are packed).
 * @param {string} packed
 * @param {{kind: string, field: string}[]} sections
 * @param {{block: number, apart: number}} manifest places a block, and the section whose lengths stand apart
 * @param {number[]} texts how many words each story's text has
 * @returns {Unweighed[]}
 */
export function runsOf(packed, sections, { block, apart }, texts) {
  const reader = new Reader(packed);
  const runs = [];
  while (!reader.done) {
    const section = reader.next();
    const { kind, field } = sections[section];
    const number = reader.next();
    const first = number * block;
    const count = reader.next();
    const numbers = reader.rising(count);
    const seconds = kind === "q" || kind === "e" ? reader.take(count) : null;
    const keys = Float64Array.from(numbers, (n, i) => keyOf(kind, first + n, seconds ? seconds[i] : 0));
    const times = reader.take(count);
    const lengths = section === apart ? Array.from(numbers, (n) => texts[first + n]) : reader.take(count);
    runs.push({ field, at: [MET.indexOf(kind), section, number], keys, times, lengths });
  }
  return runs;
}

/**
 * Runs as one index would have them: kind by kind, section by section, block by block. Of a block whose newest
 * stories stand apart there are two, whose documents are put in order.
 * @param {Unweighed[]} runs
 * @returns {Unweighed[]}
 */
function inOrder(runs) {
  /** @type {Unweighed[]} */
  const whole = [];
  for (const run of runs.toSorted(({ at: a }, { at: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])) {
    const last = whole.at(-1);
    if (last?.at.every((value, i) => value === run.at[i])) whole[whole.length - 1] = merged(last, run);
    else whole.push(run);
  }
  return whole;
}

/** @param {Unweighed} one @param {Unweighed} other @returns {Unweighed} */
function merged(one, other) {
  const both = {
    keys: [...one.keys, ...other.keys],
    times: [...one.times, ...other.times],
    lengths: [...Array.from(one.lengths), ...Array.from(other.lengths)],
  };
  const order = Array.from(both.keys.keys()).sort((a, b) => both.keys[a] - both.keys[b]);
  /** @param {number[]} numbers */
  const put = (numbers) => order.map((at) => numbers[at]);
  return { ...one, keys: Float64Array.from(put(both.keys)), times: put(both.times), lengths: put(both.lengths) };
}
