// From the reader's line to the documents that match: all words first; where that gives nothing or
// little, the line as it was likely meant, then the documents that hold most of the words.

import { clausesOf, parseLine } from "./clauses.js";
import { TooBroad } from "./engine.js";
import { takeApart } from "./typed.js";

/**
 * @typedef {import("./search.js").Query} Query
 * @typedef {import("./scoring.js").Scored} Scored
 * @typedef {{code: string, says?: string}} Hint
 *
 * @typedef {object} Notes what there is to say of the line itself
 * @property {string} [short] a beginning of too many words
 * @property {string} [meant] the line as it was likely meant, which was searched in the place of the one typed
 * @property {number} [whole] of how many results hold all words, where those that hold most follow
 * @property {Hint} [hint] why the line could not be looked up
 *
 * @typedef {{prepared: import("./scoring.js").Prepared | null, scored: Scored}} Asked
 * @typedef {{phrases: string[][], without: string[][]}} Rows
 * @typedef {Asked & Notes & Partial<Rows>} Found
 */

// Fewer results than this are little: those that hold most of the words follow them.
const LITTLE = 3;
// So many ways to put typing errors right are tried.
const MOST_GUESSES = 5;
const SHORT = 5; // letters
/** @type {Asked} */
const NOTHING = { prepared: null, scored: { keys: new Float64Array(), scores: new Float64Array() } };

export class Finder {
  /**
   * @param {import("./engine.js").Engine} engine
   * @param {(text: string) => import("./words.js").Found[]} words
   */
  constructor(engine, words) {
    this.engine = engine;
    this.words = words;
    /** @type {{key: string, found: Found}} */
    this.last = { key: "", found: NOTHING };
    /** @type {Promise<string[]> | null} */
    this.small = null;
  }

  /** The documents that match, before filters: kept, since turning a page asks again. @param {Query} query */
  async find(query) {
    const key = JSON.stringify([query.text, query.typing, query.any, query.verbatim, query.strict, query.advanced, this.#isFiltered(query)]);
    if (this.last.key !== key) this.last = { key, found: await this.#look(query) };
    return this.last.found;
  }

  /** @param {Query} query */
  #isFiltered({ kind, filters, all }) {
    return Boolean(all || kind) || isChosen(filters);
  }

  /** @param {Query} query @returns {Promise<Found>} */
  async #look(query) {
    try {
      return await (query.advanced ? this.#advanced(query) : this.#plain(query));
    } catch (error) {
      if (error instanceof TooBroad) return { ...NOTHING, hint: { code: "broad" } };
      const { name, message } = /** @type {Error} */ (error);
      if (name !== "QueryParseError") throw error;
      return { ...NOTHING, hint: { code: "syntax", says: message } };
    }
  }

  /** @param {Query} query */
  async #advanced({ text }) {
    const clauses = parseLine(this.engine.lunr, text, Object.keys(this.engine.manifest.fields), this.words);
    if (clauses.some(({ editDistance = 0 }) => editDistance > 2)) throw new TooBroad();
    return this.#ask(clauses);
  }

  /** @param {import("./clauses.js").Clause[]} clauses @returns {Promise<Asked>} */
  async #ask(clauses) {
    const prepared = await this.engine.prepare(clauses);
    return { prepared, scored: await this.engine.score(prepared) };
  }

  /** @param {Query} query @returns {Promise<Found>} */
  async #plain(query) {
    const typed = takeApart(query.text, this.words, Boolean(query.typing));
    const { last } = typed;
    const short = last && !(await this.engine.isLongEnough(last)) ? last : "";
    const { phrases, without } = typed;
    if (isEmpty(typed)) return this.#isFiltered(query) ? { ...(await this.#everything()), without } : NOTHING;
    let found = await this.#ask(clausesOf(typed, { any: query.any, complete: Boolean(short) }));
    if (!found.scored.keys.length && !query.typing) found = await this.#begun(typed, query, found);
    const enough = found.scored.keys.length >= LITTLE || query.any || query.strict || short;
    const more = enough ? null : (await this.#corrected(typed, query, found)) ?? (await this.#most(typed, found));
    return { ...found, short, phrases, without, ...more };
  }

  /**
   * What the line finds as it was likely meant, where a word of it stands nowhere; null where that
   * finds nothing either: then it was no typing error. Where no guess finds all words together, one
   * that is but one letter off may still find most of them.
   * @param {import("./typed.js").Typed} typed
   * @param {Query} query
   * @param {Asked} found
   * @returns {Promise<Found | null>}
   */
  async #corrected(typed, query, found) {
    if (found.scored.keys.length || query.verbatim) return null;
    const guesses = await this.#guesses(typed, query.text);
    for (const { line } of guesses) {
      const { phrases, without, ...better } = takeApart(line, this.words, false);
      const asked = await this.#ask(clausesOf({ phrases, without, ...better }, {}));
      if (asked.scored.keys.length) return { ...asked, phrases, without, meant: line };
    }
    const likely = guesses.find(({ close }) => close);
    const most = likely && (await this.#most(takeApart(likely.line, this.words, false), found));
    return most ? { ...most, meant: likely.line } : null;
  }

  /**
   * The documents that hold most of the words, those that hold all of them first. Words that only
   * make it a question are left out.
   * @param {import("./typed.js").Typed} typed
   * @param {Asked} found
   */
  async #most(typed, found) {
    const small = await this.#smallWords();
    const words = typed.words.filter((word) => !small.has(word) || word === typed.last);
    if (typed.words.length < 2 || !words.length) return null;
    const asked = await this.#ask(clausesOf({ ...typed, words }, { most: true, complete: !typed.last }));
    return asked.scored.keys.length > found.scored.keys.length ? { ...asked, whole: found.scored.keys.length } : null;
  }

  /**
   * Where no word is as typed, take the last one for the beginning of a word.
   * @param {import("./typed.js").Typed} typed
   * @param {Query} query
   * @param {Asked} found
   */
  async #begun(typed, query, found) {
    const last = typed.words.at(-1);
    if (!last || !(await this.engine.isLongEnough(last))) return found;
    return this.#ask(clausesOf({ ...typed, last }, { any: query.any }));
  }

  /** Filters alone, without words: all that they let through. @returns {Promise<Asked>} */
  async #everything() {
    const keys = Float64Array.from(await this.engine.everything());
    return { prepared: null, scored: { keys, scores: new Float64Array(keys.length) } };
  }

  /**
   * The line as it may have been meant, the likeliest first: each word that stands nowhere is
   * replaced by one near to it. None where a word has none near.
   * @param {import("./typed.js").Typed} typed
   * @param {string} text
   * @returns {Promise<{line: string, close: boolean}[]>} close: each replaced word is one letter off
   */
  async #guesses(typed, text) {
    if (/[*~^:]/.test(text)) return []; // Lunr's own syntax, perhaps: no word was misspelt
    const { lexicon, likelyMeant } = await this.engine.openLexicon();
    const small = await this.#smallWords();
    let guesses = [{ line: text, close: true }];
    for (const word of await this.#unknown([...typed.words, ...typed.exact, ...typed.phrases.flat()])) {
      // Among other words a short one is seldom misspelt, and one that is two letters off is likely
      // meant only where it is a name's.
      if (word.length < SHORT && typed.words.length > 1) return [];
      const near = (await likelyMeant(lexicon, word, MOST_GUESSES))
        .filter((row) => !small.has(row.word) && (row.far < 2 || row.name || typed.words.length < 2));
      guesses = guesses.flatMap(({ line, close }) =>
        near.map((row) => ({ line: this.#replaced(line, word, row.word), close: close && row.far < 2 })));
    }
    return guesses.filter(({ line }) => line !== text).slice(0, MOST_GUESSES);
  }

  /** Those of some words that stand nowhere. @param {string[]} words */
  async #unknown(words) {
    const { terms } = await this.engine.prepare(words.map((term) => ({ term, usePipeline: true })));
    return words.filter((_, i) => !terms[i].length);
  }

  /** @param {string} line @param {string} word @param {string} other */
  #replaced(line, word, other) {
    const place = this.words(line).find((found) => found.word === word);
    return place ? line.slice(0, place.start) + other + line.slice(place.end) : line;
  }

  /** Words that no story is looked for by. @returns {Promise<Set<string>>} */
  async #smallWords() {
    this.small ??= this.engine.shelf.piece("x", this.engine.manifest.small);
    return new Set(await this.small);
  }
}

/** @param {import("./typed.js").Typed} typed */
const isEmpty = ({ words, exact, phrases, not, fielded }) =>
  ![words, exact, phrases, not, fielded].some((some) => some.length);

/** @param {Record<string, string>} [filters] facet to value */
export const isChosen = (filters) => Object.values(filters ?? {}).some(Boolean);
