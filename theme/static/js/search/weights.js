// Postings to weights: the same numbers that lunr.Builder would have made of the documents.

import { keyOf } from "./keys.js";
import { Reader } from "./numbers.js";

// So many entries are kept ready; beyond, they are made again when asked for.
const MOST_ENTRIES = 1_000_000;

/**
 * @typedef {{field: string, keys: Float64Array, weights: Float64Array}} Run one field of one kind
 * @typedef {{field: string, keys: Float64Array, times: number[], lengths: ArrayLike<number>}} Unweighed
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
    const runs = runsOf(packed, this.sections, this.manifest, this.vocabulary.texts);
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
 * @param {{block: number, apart: number}} manifest stories a block, and the section whose lengths stand apart
 * @param {number[]} texts how many words each story's text has
 * @returns {Unweighed[]}
 */
export function runsOf(packed, sections, { block, apart }, texts) {
  const reader = new Reader(packed);
  const runs = [];
  while (!reader.done) {
    const section = reader.next();
    const { kind, field } = sections[section];
    const first = reader.next() * block;
    const count = reader.next();
    const numbers = reader.rising(count);
    const seconds = kind === "q" || kind === "e" ? reader.take(count) : null;
    const keys = Float64Array.from(numbers, (n, i) => keyOf(kind, first + n, seconds ? seconds[i] : 0));
    const times = reader.take(count);
    const lengths = section === apart ? Array.from(numbers, (n) => texts[first + n]) : reader.take(count);
    runs.push({ field, keys, times, lengths });
  }
  return runs;
}
