// Answers a query as one whole Lunr index would, having fetched no more than the query's words.

import { beginnings, formsPipeline, stemmer } from "./forms.js";
import { keyOf } from "./keys.js";
import { rank } from "./ranking.js";
import { scoreAll } from "./scoring.js";
import { Vocabulary } from "./vocabulary.js";
import { Weights } from "./weights.js";

// A beginning that needs more files than this is too short to be looked up: "con", "pre".
export const MOST_FILES = 4;
const MOST_FILES_ASKED = 40;
const PROHIBITED = 3;

/** The query would need too much of the index. */
export class TooBroad extends Error {}

export class Engine {
  /**
   * @param {typeof import("lunr")} lunr
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./shelf.js").Manifest} manifest
   */
  constructor(lunr, shelf, manifest) {
    this.lunr = lunr;
    this.shelf = shelf;
    this.manifest = manifest;
    this.fields = Object.keys(manifest.fields);
    this.vocabulary = new Vocabulary(shelf, manifest);
    /** @type {import("./lexicon.js").Lexicon | null} */
    this.lexicon = null;
    this.stemOf = stemmer(lunr);
    this.pipeline = formsPipeline(lunr, (beginning) => this.vocabulary.beginning(beginning));
    const weights = new Weights(manifest, this.vocabulary);
    /** @param {string} word */
    this.weightsOf = (word) => weights.of(word);
  }

  /** Whether few enough words begin so. @param {string} beginning */
  async isLongEnough(beginning) {
    return (await this.vocabulary.spread(beginning)) <= MOST_FILES;
  }

  /**
   * Fetch what a query needs.
   * @param {import("./clauses.js").Clause[]} clauses
   * @returns {Promise<import("./scoring.js").Prepared>}
   */
  async prepare(clauses) {
    const query = new this.lunr.Query(this.fields);
    for (const clause of clauses) query.clause({ ...clause });
    const finders = await Promise.all(query.clauses.map((clause) => this.#needs(clause)));
    return { clauses: query.clauses, terms: finders.map((find) => find()) };
  }

  /**
   * All documents that match.
   * @param {import("./scoring.js").Prepared} prepared
   * @returns {Promise<import("./scoring.js").Scored>}
   */
  async score(prepared) {
    if (!prepared.clauses.length) return { keys: new Float64Array(), scores: new Float64Array() };
    const negated = prepared.clauses.every((clause) => clause.presence === PROHIBITED);
    return scoreAll(prepared, this.weightsOf, negated ? await this.everything() : []);
  }

  /**
   * Some documents as Lunr ranks them.
   * @param {import("./scoring.js").Prepared} prepared
   * @param {Iterable<number>} keys
   * @returns {import("./ranking.js").Match[]}
   */
  rank(prepared, keys) {
    return rank(this.lunr, this.fields, prepared, this.weightsOf, this.pipeline, keys);
  }

  /**
   * Fetch what a clause needs; the function returned then finds its words among all fetched.
   * @param {import("./clauses.js").Clause} clause
   * @returns {Promise<() => string[]>}
   */
  async #needs(clause) {
    if (clause.editDistance !== undefined) return this.#needsNear(clause, clause.editDistance);
    const term = clause.term;
    if (clause.usePipeline === false && term.includes("*")) return this.#needsWildcard(term);
    const word = term.replace(/\*$/, "");
    const begins = clause.usePipeline === false ? [] : beginnings(this.stemOf(word));
    await Promise.all([word, ...begins].map((beginning) => this.#loadFor(beginning, word)));
    return () => this.#expand(clause);
  }

  /** @param {string} beginning @param {string} word */
  async #loadFor(beginning, word) {
    // A word alone stands in one file; its forms and what it begins may need several.
    if (await this.isLongEnough(beginning)) return this.vocabulary.load(beginning);
    return beginning === word ? this.vocabulary.loadWord(word) : undefined;
  }

  /** @param {import("./clauses.js").Clause} clause */
  #expand(clause) {
    const terms = clause.usePipeline === false ? [clause.term] : this.pipeline.runString(clause.term);
    return terms.filter((term) => this.vocabulary.postings.has(term));
  }

  /** @param {string} term */
  async #needsWildcard(term) {
    const [start] = term.split("*", 1);
    const pattern = new RegExp(`^${term.split("*").map(escape).join(".*")}$`, "su");
    if (start && (await this.vocabulary.spread(start)) <= MOST_FILES_ASKED) {
      await this.vocabulary.load(start);
      return () => this.vocabulary.beginning(start).filter((word) => pattern.test(word));
    }
    const { lexicon } = await this.openLexicon();
    const words = (await lexicon.all()).filter((word) => pattern.test(word));
    return this.#exactly(words);
  }

  /** @param {import("./clauses.js").Clause} clause @param {number} distance */
  async #needsNear({ term, usePipeline }, distance) {
    if (usePipeline) await this.#needs({ term, usePipeline });
    const forms = usePipeline ? this.pipeline.runString(term) : [term];
    const { lexicon, fuzzyWords } = await this.openLexicon();
    const every = await lexicon.all();
    // A word near to two forms counts twice, as in Lunr.
    return this.#exactly(forms.flatMap((form) => fuzzyWords(this.lunr, every, form, distance)));
  }

  /** All words, and what is done with them: few searches need these. */
  async openLexicon() {
    const module = await import("./lexicon.js");
    this.lexicon ??= new module.Lexicon(this.shelf, this.manifest);
    return { ...module, lexicon: this.lexicon };
  }

  /** @param {string[]} words */
  async #exactly(words) {
    if ((await this.vocabulary.filesOf(words)) > MOST_FILES_ASKED) throw new TooBroad();
    await Promise.all(words.map((word) => this.vocabulary.loadWord(word)));
    return () => words;
  }

  /** @returns {Promise<number[]>} every document: stories, quotations, reports, events, names */
  async everything() {
    const { stories, quotations, events, reports, names } = await this.table();
    const keys = stories.map((n) => keyOf("s", n));
    stories.forEach((n, at) => { for (const i of sayings(quotations[at], reports[at])) keys.push(keyOf("q", n, i)); });
    stories.forEach((n, at) => { for (let i = 0; i < events[at]; i++) keys.push(keyOf("e", n, i)); });
    return [...keys, ...names.map((n) => keyOf("n", n))];
  }

  /** What is known of every story. */
  async table() {
    const { readTable } = await import("./filters.js");
    return readTable(await this.shelf.piece("d", this.manifest.table), this.manifest.block);
  }
}

/** The places of what a story quotes and reports, in order. @param {number} quotations @param {number} reports */
const sayings = (quotations, reports) => [
  ...Array.from({ length: quotations }, (_, i) => 2 * i), ...Array.from({ length: reports }, (_, i) => 2 * i + 1),
].sort((a, b) => a - b);

/** @param {string} text */
const escape = (text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
