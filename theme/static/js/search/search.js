// One search from the reader's line to the results on screen. Runs in the worker; knows no page.

import { clausesOf, parseLine } from "./clauses.js";
import { Engine, TooBroad } from "./engine.js";
import { Filters } from "./filters.js";
import { likelyMeant } from "./lexicon.js";
import { Names } from "./names.js";
import { Passages } from "./passages.js";
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
 * @property {boolean} [counts] count what each filter would let through
 */

const KINDS = { story: "s", name: "n", quotation: "q", event: "e" };
// Phrases are looked for in so many documents before the reader is asked whether to go on.
const MOST_CHECKED = 60;

export class Search {
  constructor(lunr, shelf, manifest) {
    this.lunr = lunr;
    this.manifest = manifest;
    this.words = wordFinder(manifest.words);
    this.engine = new Engine(lunr, shelf, manifest);
    this.filters = new Filters(shelf, manifest);
    this.passages = new Passages(shelf, manifest, this.words);
    this.people = new Names(shelf, manifest, this.words);
    this.last = { key: "", found: null };
  }

  /** @param {Query} query */
  async run(query) {
    const { found, hint, meant, short, phrases } = await this.#found(query);
    const allowed = await this.filters.chosen(query.filters ?? {});
    const matches = allowed ? found.filter((match) => allowed(match.ref)) : found;
    const kinds = countKinds(matches);
    let chosen = query.kind ? matches.filter((m) => m.ref[0] === KINDS[query.kind]) : matches;
    if (query.sort === "date") chosen = await this.#byDate(chosen);
    const size = query.size ?? 10;
    const page = await this.#page(chosen, query.from ?? 0, size, phrases);
    const counts = query.counts ? await this.filters.counts(chosen.map((match) => match.ref)) : null;
    return { total: chosen.length, kinds, hint, meant, short, counts, ...page };
  }

  /** The documents that match, before filters: kept, since turning a page asks again. */
  async #found(query) {
    const key = JSON.stringify([query.text, query.typing, query.any, query.advanced]);
    if (this.last.key !== key) this.last = { key, found: await this.#look(query) };
    return this.last.found;
  }

  async #look(query) {
    try {
      return await (query.advanced ? this.#advanced(query) : this.#plain(query));
    } catch (error) {
      if (error instanceof TooBroad) return { found: [], hint: { code: "broad" } };
      if (error?.name === "QueryParseError") return { found: [], hint: { code: "syntax", says: error.message } };
      throw error;
    }
  }

  async #advanced({ text }) {
    const clauses = parseLine(this.lunr, text, Object.keys(this.manifest.fields), this.words);
    if (clauses.some((clause) => clause.editDistance > 3)) throw new TooBroad();
    return { found: await this.engine.ask(clauses) };
  }

  async #plain(query) {
    const typed = takeApart(query.text, this.words, Boolean(query.typing));
    const { last } = typed;
    const short = last && !(await this.engine.isLongEnough(last)) ? last : "";
    const nothing = !typed.words.length && !typed.phrases.length && !typed.not.length;
    if (nothing) return { found: await this.#everything(query) };
    let found = await this.engine.ask(clausesOf(typed, { any: query.any, complete: Boolean(short) }));
    if (!found.length && !query.typing) found = await this.#begun(typed, query);
    const meant = found.length || short ? null : await this.#meant(typed, query.text);
    return { found, short, meant, phrases: typed.phrases };
  }

  /** Where no word is as typed, take the last one for the beginning of a word. */
  async #begun(typed, query) {
    const last = typed.words.at(-1);
    if (!last || !(await this.engine.isLongEnough(last))) return [];
    return this.engine.ask(clausesOf({ ...typed, last }, { any: query.any }));
  }

  /** Filters alone, without words: all that they let through, newest first. */
  async #everything(query) {
    const filtered = query.kind || Object.values(query.filters ?? {}).some(Boolean);
    if (!filtered) return [];
    const refs = await this.engine.everything();
    return this.#byDate(refs.map((ref) => ({ ref, score: 0, terms: {} })));
  }

  /** The line with words that stand nowhere replaced by those that were likely meant. */
  async #meant(typed, text) {
    let better = text;
    for (const word of [...typed.words, ...typed.phrases.flat()]) {
      const clause = { term: word, usePipeline: true, presence: 1, boost: 1 };
      if ((await this.engine.ask([clause])).length) continue;
      const meant = await likelyMeant(this.engine.lexicon, word);
      const place = this.words(better).find((found) => found.word === word);
      if (!meant || !place) return null;
      better = better.slice(0, place.start) + meant + better.slice(place.end);
    }
    return better === text ? null : better;
  }

  async #byDate(matches) {
    const { days } = await this.engine.table();
    const day = ({ ref }) => (ref[0] === "n" ? 0 : days[Number.parseInt(ref.slice(1), 10)]);
    return matches.toSorted((a, b) => day(b) - day(a));
  }

  async #page(matches, from, size, phrases) {
    const shown = [];
    let at = from;
    const end = phrases?.length ? Math.min(matches.length, from + MOST_CHECKED) : from + size;
    for (; at < end && at < matches.length && shown.length < size; at += size) {
      const batch = matches.slice(at, Math.min(at + size, end));
      shown.push(...(await Promise.all(batch.map((match) => this.#shown(match, phrases)))));
    }
    const next = Math.min(at, matches.length);
    return { items: shown.filter(Boolean), next, more: next < matches.length, phrases: Boolean(phrases?.length) };
  }

  async #shown({ ref, score, terms }, phrases) {
    if (phrases?.length && !(await this.passages.holds(ref, phrases))) return null;
    const why = Object.entries(terms).map(([word, fields]) => ({ word, fields: Object.keys(fields) }));
    return { ...(await this.passages.show(ref, new Set(Object.keys(terms)))), score, why };
  }

  /** @param {string} text @param {number} most */
  async suggest(text, most) {
    const words = this.words(text).map((found) => found.word);
    return this.people.beginning(words, most);
  }
}

function countKinds(matches) {
  const counts = { story: 0, name: 0, quotation: 0, event: 0 };
  const names = Object.fromEntries(Object.entries(KINDS).map(([kind, letter]) => [letter, kind]));
  for (const { ref } of matches) counts[names[ref[0]]]++;
  return counts;
}
