// Answers a query as one whole Lunr index would, having fetched no more than the query's words.

import { formsPipeline, beginnings, stemmer } from "./forms.js";
import { fuzzyWords, Lexicon } from "./lexicon.js";
import { Vocabulary } from "./vocabulary.js";
import { Weights } from "./weights.js";

// A beginning that needs more files than this is too short to be looked up: "con", "pre".
export const MOST_FILES = 4;
const MOST_FILES_ASKED = 40;
const PROHIBITED = 3;

/** The query would need too much of the index. */
export class TooBroad extends Error {}

/** @typedef {{ref: string, score: number, terms: Record<string, object>}} Match */

export class Engine {
  /**
   * @param {object} lunr
   * @param {import("./shelf.js").Shelf} shelf
   * @param {object} manifest
   */
  constructor(lunr, shelf, manifest) {
    this.lunr = lunr;
    this.manifest = manifest;
    this.vocabulary = new Vocabulary(shelf, manifest);
    this.lexicon = new Lexicon(shelf, manifest);
    this.weights = new Weights(lunr, manifest);
    this.stemOf = stemmer(lunr);
    this.shelf = shelf;
    this.pipeline = formsPipeline(lunr, (beginning) => this.vocabulary.beginning(beginning));
  }

  /** Whether few enough words begin so. */
  async isLongEnough(beginning) {
    return (await this.vocabulary.spread(beginning)) <= MOST_FILES;
  }

  /**
   * @param {object[]} clauses Lunr's
   * @returns {Promise<Match[]>} best first, Lunr's own order
   */
  async ask(clauses) {
    if (!clauses.length) return [];
    const needed = await Promise.all(clauses.map((clause) => this.#needs(clause)));
    const words = [...new Set(needed.flatMap((find) => find()))];
    const index = this.weights.index(this.vocabulary.postings, words, this.pipeline);
    if (clauses.every((clause) => clause.presence === PROHIBITED)) await this.#addAll(index);
    const found = index.query((query) => {
      for (const clause of clauses) query.clause({ ...clause });
    });
    return found.map(({ ref, score, matchData }) => ({ ref, score, terms: matchData.metadata }));
  }

  /** Fetch what a clause needs; the function returned then finds its words among all fetched. */
  async #needs(clause) {
    const { vocabulary } = this;
    if ("editDistance" in clause) return this.#needsNear(clause);
    const term = clause.term;
    if (clause.usePipeline === false && term.includes("*")) return this.#needsWildcard(term);
    const word = term.replace(/\*$/, "");
    const begins = clause.usePipeline === false ? [] : beginnings(this.stemOf(word));
    await Promise.all([word, ...begins].map((beginning) => this.#loadFor(beginning, word)));
    return () => this.#expand(clause);
  }

  async #loadFor(beginning, word) {
    // A word alone stands in one file; its forms and what it begins may need several.
    if (await this.isLongEnough(beginning)) return this.vocabulary.load(beginning);
    return beginning === word ? this.vocabulary.loadWord(word) : undefined;
  }

  #expand(clause) {
    const terms = clause.usePipeline === false ? [clause.term] : this.pipeline.runString(clause.term);
    return terms.filter((term) => this.vocabulary.postings.has(term));
  }

  async #needsWildcard(term) {
    const [start] = term.split("*", 1);
    const pattern = new RegExp(`^${term.split("*").map(escape).join(".*")}$`, "su");
    if (start && (await this.vocabulary.spread(start)) <= MOST_FILES_ASKED) {
      await this.vocabulary.load(start);
      return () => this.vocabulary.beginning(start).filter((word) => pattern.test(word));
    }
    const words = (await this.lexicon.all()).filter((word) => pattern.test(word));
    return this.#exactly(words);
  }

  async #needsNear(clause) {
    const terms = [clause.term];
    if (clause.usePipeline !== false) {
      const find = await this.#needs({ term: clause.term, usePipeline: true });
      terms.push(...find());
    }
    const every = await this.lexicon.all();
    const near = terms.flatMap((term) => fuzzyWords(this.lunr, every, term, clause.editDistance));
    return this.#exactly([...new Set(near)]);
  }

  async #exactly(words) {
    if ((await this.vocabulary.filesOf(words)) > MOST_FILES_ASKED) throw new TooBroad();
    await Promise.all(words.map((word) => this.vocabulary.loadWord(word)));
    return () => words;
  }

  /** Give a query of unwanted words alone what it is to be taken from: all documents. */
  async #addAll(index) {
    const empty = new this.lunr.Vector();
    const vectors = Object.create(null);
    for (const ref of await this.everything()) vectors[`title/${ref}`] = empty;
    index.fieldVectors = vectors;
  }

  /** @returns {Promise<string[]>} every document's ref: stories, quotations, events, names */
  async everything() {
    const table = await this.table();
    const refs = Array.from({ length: this.manifest.stories }, (_, i) => `s${i}`);
    table.quotations.forEach((n, i) => { for (let j = 0; j < n; j++) refs.push(`q${i}.${j}`); });
    table.events.forEach((n, i) => { for (let j = 0; j < n; j++) refs.push(`e${i}.${j}`); });
    for (let i = 0; i < this.manifest.names; i++) refs.push(`n${i}`);
    return refs;
  }

  /** @returns {Promise<{days: number[], quotations: number[], events: number[]}>} of each story */
  async table() {
    const { readTable } = await import("./filters.js");
    return readTable(await this.shelf.piece("d", this.manifest.table), this.manifest.stories);
  }
}

const escape = (text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
