// Filters: which documents a person, a place, a speaker, a source or a year lets through.

import { keyOf } from "./keys.js";
import { Reader, marked } from "./numbers.js";

/**
 * @typedef {{value: string, label: string, keys: Set<number>}} Value
 * @typedef {{value: string, label: string, count: number}} Counted
 */

/**
 * The numbers of stories; of each in turn its day, and how many quotations, events and reports it
 * has; the numbers of names.
 * @param {string[]} columns as search/facets.py packs them
 * @param {number} block places a block
 */
export function readTable([taken, days, quotations, events, reports, named], block) {
  const stories = marked(taken, block);
  const many = stories.length;
  let day = 0;
  const steps = new Reader(days).take(many);
  return {
    stories,
    days: steps.map((step) => (day += step % 2 ? -(step + 1) / 2 : step / 2)),
    quotations: new Reader(quotations).take(many),
    events: new Reader(events).take(many),
    reports: new Reader(reports).take(many),
    names: marked(named, block),
  };
}

// The kinds of documents that a value lets through, as they follow the sections of words.
const LET_THROUGH = "sqe";

/**
 * @typedef {[value: string, label: string, packed: string]} ValueRow
 * @typedef {[value: string, label: string, packed: string, file: number]} RecentRow of the newest stories
 *   alone; in which file the value stands with all others, or -1
 * @typedef {{files: string[], recent: RecentRow[]}} Listed
 */

/**
 * @param {ValueRow} row
 * @param {import("./shelf.js").Manifest} manifest
 * @returns {Value}
 */
function readValue([value, label, packed], { sections, block }) {
  const reader = new Reader(packed);
  /** @type {Set<number>} */
  const keys = new Set();
  while (!reader.done) {
    const kind = LET_THROUGH[reader.next() - sections.length];
    const first = reader.next() * block;
    const count = reader.next();
    const stories = reader.rising(count);
    const seconds = kind === "s" ? [] : reader.take(count);
    stories.forEach((story, i) => keys.add(keyOf(kind, first + story, seconds[i])));
  }
  return { value, label, keys };
}

/** @param {ValueRow[]} rows @param {import("./shelf.js").Manifest} manifest */
const readAll = (rows, manifest) => rows.map((row) => readValue(row, manifest));

export class Filters {
  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./shelf.js").Manifest} manifest
   */
  constructor(shelf, manifest) {
    this.shelf = shelf;
    this.manifest = manifest;
    /** @type {Map<string, Value[]>} */
    this.read = new Map();
  }

  /** @returns {Promise<Record<string, Listed>>} by facet */
  #facets() {
    return this.shelf.piece("f", this.manifest.facets);
  }

  /** @param {string} facet whatever an address says @returns {Promise<Listed>} */
  async #listed(facet) {
    const facets = await this.#facets();
    return Object.hasOwn(facets, facet) ? facets[facet] : { files: [], recent: [] };
  }

  /**
   * One file of a facet's values, those of most stories first; those of the newest stories alone stand
   * behind all others.
   * @param {string} facet
   * @param {number} file
   * @returns {Promise<Value[]>}
   */
  async values(facet, file = 0) {
    const key = `${facet} ${file}`;
    const values = this.read.get(key) ?? readAll(await this.#rows(facet, file), this.manifest);
    this.read.set(key, values);
    return values;
  }

  /** @param {string} facet @param {number} file @returns {Promise<ValueRow[]>} */
  async #rows(facet, file) {
    const { files, recent } = await this.#listed(facet);
    /** @type {ValueRow[]} */
    const old = files[file] ? await this.shelf.piece("f", files[file]) : [];
    const added = new Map(recent.filter((row) => row[3] === file).map(([value, , packed]) => [value, packed]));
    /** @type {ValueRow[]} */
    const rows = old.map(([value, label, packed]) => [value, label, packed + (added.get(value) ?? "")]);
    if (file < files.length - 1) return rows;
    /** @type {ValueRow[]} */
    const alone = recent.filter((row) => row[3] < 0).map(([value, label, packed]) => [value, label, packed]);
    const all = [...rows, ...alone];
    return facet === "year" ? all.sort(([a], [b]) => Number(b) - Number(a)) : all;
  }

  /** @param {string} facet @param {string} value @returns {Promise<Value | null>} wherever it stands */
  async value(facet, value) {
    const { files } = await this.#listed(facet);
    for (let file = 0; file < Math.max(files.length, 1); file++) {
      const found = (await this.values(facet, file)).find((one) => one.value === value);
      if (found) return found;
    }
    return null;
  }

  /**
   * The documents that all chosen filters let through, or null where none is chosen.
   * @param {Record<string, string>} chosen facet to value
   * @returns {Promise<((key: number) => boolean) | null>}
   */
  async chosen(chosen) {
    const facets = Object.keys(chosen).filter((facet) => chosen[facet]);
    if (!facets.length) return null;
    const values = await Promise.all(facets.map((facet) => this.value(facet, chosen[facet])));
    return (key) => values.every((value) => value?.keys.has(key));
  }

  /**
   * How many of some documents each value lets through; values that let none through are left out.
   * @param {Iterable<number>} documents
   * @returns {Promise<Record<string, Counted[]>>}
   */
  async counts(documents) {
    const wanted = new Set(documents);
    const facets = Object.keys(await this.#facets());
    const lists = await Promise.all(facets.map((facet) => this.values(facet)));
    return Object.fromEntries(facets.map((facet, i) => [facet, countAll(lists[i], wanted)]));
  }
}

/** @param {Value[]} values @param {Set<number>} wanted @returns {Counted[]} */
function countAll(values, wanted) {
  const counted = values.map(({ value, label, keys }) => ({ value, label, count: common(keys, wanted) }));
  return counted.filter(({ count }) => count);
}

/** @param {Set<number>} keys @param {Set<number>} wanted */
function common(keys, wanted) {
  const [few, many] = keys.size < wanted.size ? [keys, wanted] : [wanted, keys];
  let count = 0;
  for (const key of few) if (many.has(key)) count++;
  return count;
}
