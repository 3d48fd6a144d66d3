// One search from the reader's line to the results on screen. Runs in the worker; knows no page.

import { clausesOf, parseLine } from "./clauses.js";
import { Engine, TooBroad } from "./engine.js";
import { kindOf, numberOf, refOf } from "./keys.js";
import { Names } from "./names.js";
import { Passages } from "./passages.js";
import { best, pick } from "./scoring.js";
import { takeApart } from "./typed.js";
import { wordFinder } from "./words.js";

/**
 * @typedef {object} Query
 * @property {string} text
 * @property {boolean} [typing] the last word may go on
 * @property {boolean} [any] one word is enough
 * @property {boolean} [advanced] the text is Lunr's own syntax
 * @property {string} [kind] story, name, quotation or event
 * @property {Record<string, string>} [filters] facet to value
 * @property {"relevance" | "date"} [sort]
 * @property {number} [from] the first result shown
 * @property {number} [size] how many are shown
 * @property {boolean} [all] no words and no filters mean everything
 *
 * @typedef {import("./scoring.js").Scored} Scored
 * @typedef {import("./passages.js").Shown & {score: number, why: {word: string, fields: string[]}[]}} Item
 * @typedef {{code: string, says?: string}} Hint
 *
 * @typedef {object} Notes what there is to say of the line itself
 * @property {string} [short] a beginning of too many words
 * @property {string | null} [meant] the line as it was likely meant
 * @property {Hint} [hint] why the line could not be looked up
 *
 * @typedef {{items: Item[], next: number, more: boolean, phrases: boolean}} PageOfItems
 * @typedef {{total: number, kinds: Record<string, number>} & Notes & PageOfItems} Answer
 * @typedef {{counts: Record<string, import("./filters.js").Counted[]>, kinds: Record<string, number>}} Count
 *
 * @typedef {{prepared: import("./scoring.js").Prepared | null, scored: Scored}} Asked
 * @typedef {{phrases: string[][], without: string[][]}} Rows
 * @typedef {Asked & Notes & Partial<Rows>} Found
 */

/** @type {Record<string, string>} */
const KINDS = { story: "s", name: "n", quotation: "q", event: "e" };
// Phrases are looked for in so many documents before the reader is asked whether to go on.
const MOST_CHECKED = 60;
// Lunr ranks so many of the best at least; those that score alike always come together.
const RANKED = 100;
/** @type {Asked} */
const NOTHING = { prepared: null, scored: { keys: new Float64Array(), scores: new Float64Array() } };

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
    this.shelf = shelf;
    /** @type {import("./filters.js").Filters | null} */
    this.filters = null;
    this.passages = new Passages(shelf, manifest, this.words);
    this.people = new Names(shelf, manifest, this.words);
    /** @type {{key: string, found: Found}} */
    this.last = { key: "", found: NOTHING };
  }

  /** @param {Query} query @returns {Promise<Answer>} */
  async run(query) {
    const { scored, prepared, phrases = [], without = [], ...notes } = await this.#found(query);
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
    const { scored } = await this.#found({ ...query, all: !query.text.trim() });
    const { chosen, kinds } = await this.#narrowed(query, scored);
    return { kinds, counts: await (await this.#openFilters()).counts(chosen.keys) };
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
    const chosen = letter ? narrow(matching, (key) => kindOf(key) === letter) : matching;
    return { chosen, kinds: countKinds(matching.keys) };
  }

  /** The documents that match, before filters: kept, since turning a page asks again. @param {Query} query */
  async #found(query) {
    const key = JSON.stringify([query.text, query.typing, query.any, query.advanced, this.#isFiltered(query)]);
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
    const clauses = parseLine(this.lunr, text, Object.keys(this.manifest.fields), this.words);
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
    const { words, exact, phrases, not, without } = typed;
    const nothing = ![words, exact, phrases, not].some((some) => some.length);
    if (nothing) return this.#isFiltered(query) ? { ...(await this.#everything()), without } : NOTHING;
    let found = await this.#ask(clausesOf(typed, { any: query.any, complete: Boolean(short) }));
    if (!found.scored.keys.length && !query.typing) found = await this.#begun(typed, query, found);
    const meant = found.scored.keys.length || short ? null : await this.#meant(typed, query.text);
    return { ...found, short, meant, phrases, without };
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
   * The line with words that stand nowhere replaced by those that were likely meant.
   * @param {import("./typed.js").Typed} typed
   * @param {string} text
   */
  async #meant(typed, text) {
    if (/[*~^:]/.test(text)) return null; // Lunr's own syntax, perhaps: no word was misspelt
    const { lexicon, likelyMeant } = await this.engine.openLexicon();
    let better = text;
    for (const word of [...typed.words, ...typed.exact, ...typed.phrases.flat()]) {
      const { terms } = await this.engine.prepare([{ term: word, usePipeline: true }]);
      if (terms.flat().length) continue;
      const meant = await likelyMeant(lexicon, word);
      const place = this.words(better).find((found) => found.word === word);
      if (!meant || !place) return null;
      better = better.slice(0, place.start) + meant + better.slice(place.end);
    }
    return better === text ? null : better;
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
    if (prepared && sort !== "date") return this.engine.rank(prepared, best({ keys, scores }, most));
    const { days } = await this.engine.table();
    /** @param {number} key */
    const day = (key) => (kindOf(key) === "n" ? 0 : days[numberOf(key)]);
    const newest = [...keys].sort((a, b) => day(b) - day(a)).slice(0, most);
    const terms = new Map(prepared ? this.engine.rank(prepared, newest).map((m) => [m.ref, m.terms]) : []);
    return newest.map((key) => ({ ref: refOf(key), score: 0, terms: terms.get(refOf(key)) ?? {} }));
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
  async #shown({ ref, score, terms }, { phrases, without }) {
    if (phrases.length && !(await this.passages.holds(ref, phrases))) return null;
    for (const phrase of without) if (await this.passages.holds(ref, [phrase])) return null;
    const why = Object.entries(terms).map(([word, fields]) => ({ word, fields: Object.keys(fields) }));
    return { ...(await this.passages.show(ref, new Set(Object.keys(terms)))), score, why };
  }

  /** @param {string} text @param {number} most */
  async suggest(text, most) {
    const words = this.words(text).map((found) => found.word);
    return this.people.beginning(words, most);
  }
}

/** @param {Record<string, string>} [filters] facet to value */
const isChosen = (filters) => Object.values(filters ?? {}).some(Boolean);

/**
 * The documents that a filter lets through.
 * @param {Scored} scored
 * @param {((key: number) => boolean) | null} allowed
 */
function narrow(scored, allowed) {
  if (!allowed) return scored;
  return pick(scored, Int32Array.from(scored.keys.keys()).filter((i) => allowed(scored.keys[i])));
}

/** @param {Iterable<number>} keys */
function countKinds(keys) {
  /** @type {Record<string, number>} */
  const counts = { s: 0, n: 0, q: 0, e: 0 };
  for (const key of keys) counts[kindOf(key)]++;
  return Object.fromEntries(Object.entries(KINDS).map(([kind, letter]) => [kind, counts[letter]]));
}
