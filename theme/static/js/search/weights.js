// Postings to a Lunr index: the same numbers that lunr.Builder would have made of the documents.

import { Reader } from "./numbers.js";

const NOTHING = Object.freeze({});
// So many entries are kept ready; beyond, they are made again when asked for.
const MOST_ENTRIES = 400_000;

export class Weights {
  /**
   * @param {object} lunr
   * @param {object} manifest
   */
  constructor(lunr, manifest) {
    this.lunr = lunr;
    this.manifest = manifest;
    this.fields = Object.keys(manifest.fields);
    this.sections = manifest.sections.map((text) => ({ kind: text[0], field: text.slice(1) }));
    this.#clear();
  }

  #clear() {
    this.invertedIndex = Object.create(null);
    this.fieldVectors = Object.create(null);
    this.entries = 0;
    this.terms = 0;
  }

  /**
   * An index of some words, over all documents.
   * @param {Map<string, string>} postings
   * @param {string[]} words
   * @param {object} pipeline
   */
  index(postings, words, pipeline) {
    if (this.entries > MOST_ENTRIES) this.#clear();
    for (const word of words) if (!(word in this.invertedIndex)) this.#add(word, postings.get(word));
    return new this.lunr.Index({
      invertedIndex: this.invertedIndex,
      fieldVectors: this.fieldVectors,
      tokenSet: this.lunr.TokenSet.fromArray([...words].sort()),
      fields: this.fields,
      pipeline,
    });
  }

  #add(word, packed) {
    const term = this.terms++;
    const posting = Object.create(null);
    posting._index = term;
    for (const field of this.fields) posting[field] = Object.create(null);
    const runs = runsOf(packed, this.sections, this.manifest.block);
    const held = runs.reduce((sum, run) => sum + run.numbers.length, 0);
    const idf = inverseFrequency(this.manifest.documents, held);
    for (const run of runs) this.#addRun(run, term, idf, posting[run.field]);
    this.invertedIndex[word] = posting;
    this.entries += held;
  }

  #addRun({ kind, field, numbers, seconds, times, lengths }, term, idf, holders) {
    const { k1, b, fields, documents } = this.manifest;
    const average = this.manifest.lengths[field] / documents;
    for (let i = 0; i < numbers.length; i++) {
      const ref = kind + numbers[i] + (seconds ? `.${seconds[i]}` : "");
      const tf = times[i];
      let score = (idf * ((k1 + 1) * tf)) / (k1 * (1 - b + b * (lengths[i] / average)) + tf);
      score *= fields[field];
      holders[ref] = NOTHING;
      const fieldRef = `${field}/${ref}`;
      const vector = (this.fieldVectors[fieldRef] ??= new this.lunr.Vector());
      vector.elements.push(term, Math.round(score * 1000) / 1000);
    }
  }
}

/** lunr.idf, for a word that stands in so many fields of documents. */
function inverseFrequency(documents, held) {
  const x = (documents - held + 0.5) / (held + 0.5);
  return Math.log(1 + Math.abs(x));
}

/**
 * A word's postings, unpacked (outputs/search/postings.py says how they are packed).
 * @param {string} packed
 * @param {{kind: string, field: string}[]} sections
 * @param {number} size of a block of stories
 */
export function runsOf(packed, sections, size) {
  const reader = new Reader(packed);
  const runs = [];
  while (!reader.done) {
    const { kind, field } = sections[reader.next()];
    const first = reader.next() * size;
    const count = reader.next();
    const numbers = reader.rising(count).map((number) => first + number);
    const seconds = kind === "q" || kind === "e" ? reader.take(count) : null;
    runs.push({ kind, field, numbers, seconds, times: reader.take(count), lengths: reader.take(count) });
  }
  return runs;
}
