// One search from the reader's line to the results on screen. Runs in the worker; knows no page.

import { Engine } from "./engine.js";
import { Finder, isChosen } from "./finding.js";
import { isReport, kindOf, numberOf, refOf } from "./keys.js";
import { Names } from "./names.js";
import { Passages } from "./passages.js";
import { best, pick } from "./scoring.js";
import { wordFinder } from "./words.js";

/**
 * @typedef {object} Query
 * @property {string} text
 * @property {boolean} [typing] the last word may go on
 * @property {boolean} [any] one word is enough
 * @property {boolean} [verbatim] typing errors are left as they are
 * @property {boolean} [advanced] the text is Lunr's own syntax
 * @property {string} [kind] story, name, quotation, statement or event
 * @property {Record<string, string>} [filters] facet to value
 * @property {"relevance" | "date"} [sort]
 * @property {number} [from] the first result shown
 * @property {number} [size] how many are shown
 * @property {boolean} [all] no words and no filters mean everything
 * @property {boolean} [strict] all words as they are typed, and nothing else
 *
 * @typedef {import("./scoring.js").Scored} Scored
 * @typedef {{root?: string, archive?: string, elsewhere?: {name: string, root: string, url: string}[]}} Archived
 *   of which digest it is, where several are searched, and where else it is: archives.js
 * @typedef {import("./passages.js").Shown & Archived & {score: number, day?: number, why: {word: string, fields: string[]}[]}} Item
 * @typedef {import("./finding.js").Notes} Notes
 * @typedef {import("./finding.js").Rows} Rows
 *
 * @typedef {{items: Item[], next: number, more: boolean, phrases: boolean}} PageOfItems
 * @typedef {{total: number, kinds: Record<string, number>, unreached?: string[]} & Notes & PageOfItems} Answer
 * @typedef {{counts: Record<string, import("./filters.js").Counted[]>, kinds: Record<string, number>}} Count
 */

/** @type {Record<string, string>} */
const KINDS = { story: "s", name: "n", quotation: "q", statement: "r", event: "e" };
// Phrases are looked for in so many documents before the reader is asked whether to go on.
const MOST_CHECKED = 60;
// Lunr ranks so many of the best at least; those that score alike always come together.
const RANKED = 100;

export class Search {
  /**
   * @param {typeof import("lunr")} lunr
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./shelf.js").Manifest} manifest
   */
  constructor(lunr, shelf, manifest) {
    this.lunr = lunr;
    this.manifest = manifest;
    this.words = wordFinder(manifest.words);
    this.engine = new Engine(lunr, shelf, manifest);
    this.finder = new Finder(this.engine, this.words);
    this.shelf = shelf;
    /** @type {import("./filters.js").Filters | null} */
    this.filters = null;
    this.passages = new Passages(shelf, manifest, this.words, (story) => this.engine.vocabulary.lengthOf(story));
    this.people = new Names(shelf, manifest, this.words);
  }

  /** @param {Query} query @returns {Promise<Answer>} */
  async run(query) {
    const { scored, prepared, phrases = [], without = [], ...notes } = await this.finder.find(query);
    const { chosen, kinds } = await this.#narrowed(query, scored);
    const page = await this.#page(query, chosen, prepared, { phrases, without });
    return { total: chosen.keys.length, kinds, ...notes, ...page };
  }

  /**
   * How many results each value of each filter would let through; without words or filters, of all.
   * @param {Query} query
   * @returns {Promise<Count>}
   */
  async count(query) {
    const { scored } = await this.finder.find({ ...query, all: !query.text.trim() });
    const { chosen, kinds } = await this.#narrowed(query, scored);
    return { kinds, counts: await (await this.#openFilters()).counts(chosen.keys) };
  }

  /**
   * What the values of filters are called.
   * @param {Record<string, string>} filters facet to value
   */
  async labels(filters) {
    const opened = await this.#openFilters();
    const rows = Object.entries(filters).map(async ([facet, value]) =>
      [facet, (await opened.value(facet, value))?.label ?? value]);
    return Object.fromEntries(await Promise.all(rows));
  }

  async #openFilters() {
    const { Filters } = await import("./filters.js");
    return (this.filters ??= new Filters(this.shelf, this.manifest));
  }

  /**
   * What lets through the documents that the chosen filters do; null where none is chosen.
   * @param {Record<string, string>} [filters]
   */
  async #allowed(filters = {}) {
    return isChosen(filters) ? (await this.#openFilters()).chosen(filters) : null;
  }

  /** @param {Query} query @param {Scored} scored */
  async #narrowed(query, scored) {
    const matching = narrow(scored, await this.#allowed(query.filters));
    const letter = KINDS[query.kind ?? ""];
    const chosen = letter ? narrow(matching, (key) => letterOf(key) === letter) : matching;
    return { chosen, kinds: countKinds(matching.keys) };
  }

  /**
   * Results in order, from `from` on, as far as they are shown.
   * @param {Query} query
   * @param {Scored} scored
   * @param {import("./scoring.js").Prepared | null} prepared
   * @returns {Promise<import("./ranking.js").Match[]>}
   */
  async #ordered({ sort, from = 0, size = 10 }, { keys, scores }, prepared) {
    const most = Math.max(RANKED, from + size + MOST_CHECKED);
    if (prepared && sort !== "date") {
      const ranked = this.engine.rank(prepared, best({ keys, scores }, most));
      return prepared.clauses.some((clause) => clause.wanted) ? byScore(ranked, keys, scores) : ranked;
    }
    const { stories, days } = await this.engine.table();
    const dayOf = new Map(stories.map((story, at) => [story, days[at]]));
    /** @param {number} key */
    const day = (key) => (kindOf(key) === "n" ? 0 : (dayOf.get(numberOf(key)) ?? 0));
    const newest = [...keys].sort((a, b) => day(b) - day(a)).slice(0, most);
    const terms = new Map(prepared ? this.engine.rank(prepared, newest).map((m) => [m.ref, m.terms]) : []);
    return newest.map((key) => ({ ref: refOf(key), score: 0, day: day(key), terms: terms.get(refOf(key)) ?? {} }));
  }

  /**
   * @param {Query} query
   * @param {Scored} chosen
   * @param {import("./scoring.js").Prepared | null} prepared
   * @param {Rows} rows
   * @returns {Promise<PageOfItems>}
   */
  async #page(query, chosen, prepared, rows) {
    const { from = 0, size = 10 } = query;
    const checks = rows.phrases.length + rows.without.length > 0;
    const matches = size ? await this.#ordered(query, chosen, prepared) : [];
    const end = Math.min(matches.length, checks ? from + MOST_CHECKED : from + size);
    /** @type {Item[]} */
    const items = [];
    let next = from;
    while (next < end && items.length < size) {
      const batch = matches.slice(next, Math.min(next + size, end));
      const shown = await Promise.all(batch.map((match) => this.#shown(match, rows)));
      items.push(...shown.filter((item) => item !== null));
      next += batch.length;
    }
    return { items, next, more: next < chosen.keys.length, phrases: checks };
  }

  /** @param {import("./ranking.js").Match} match @param {Rows} rows @returns {Promise<Item | null>} */
  async #shown({ ref, score, terms, day }, { phrases, without }) {
    if (phrases.length && !(await this.passages.holds(ref, phrases))) return null;
    for (const phrase of without) if (await this.passages.holds(ref, [phrase])) return null;
    const why = Object.entries(terms).map(([word, fields]) => ({ word, fields: Object.keys(fields) }));
    return { ...(await this.passages.show(ref, new Set(Object.keys(terms)))), score, day, why };
  }

  /** @param {string} text @param {number} most */
  async suggest(text, most) {
    const words = this.words(text).map((found) => found.word);
    return this.people.beginning(words, most);
  }
}

/**
 * Matches in the order of our own scores, which count how many words are held.
 * @param {import("./ranking.js").Match[]} matches
 * @param {Float64Array} keys
 * @param {Float64Array} scores
 */
function byScore(matches, keys, scores) {
  /** @type {Map<string, number>} */
  const scoreOf = new Map(Array.from(keys, (key, i) => [refOf(key), scores[i]]));
  return matches.toSorted((a, b) => (scoreOf.get(b.ref) ?? 0) - (scoreOf.get(a.ref) ?? 0));
}

/**
 * The documents that a filter lets through.
 * @param {Scored} scored
 * @param {((key: number) => boolean) | null} allowed
 */
function narrow(scored, allowed) {
  if (!allowed) return scored;
  return pick(scored, Int32Array.from(scored.keys.keys()).filter((i) => allowed(scored.keys[i])));
}

/** @param {number} key */
const letterOf = (key) => (isReport(key) ? "r" : kindOf(key));

/** @param {Iterable<number>} keys */
function countKinds(keys) {
  /** @type {Record<string, number>} */
  const counts = { s: 0, n: 0, q: 0, r: 0, e: 0 };
  for (const key of keys) counts[letterOf(key)]++;
  return Object.fromEntries(Object.entries(KINDS).map(([kind, letter]) => [kind, counts[letter]]));
}
