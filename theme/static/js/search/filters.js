// Filters: which documents a person, a place, a speaker, a source or a year lets through.

import { Reader } from "./numbers.js";

/** @typedef {{value: string, label: string, refs: Set<string>}} Value */

/**
 * @param {string[]} columns as outputs/search/facets.py packs them
 * @param {number} stories
 */
export function readTable([days, quotations, events], stories) {
  let day = 0;
  const steps = new Reader(days).take(stories);
  return {
    days: steps.map((step) => (day += step % 2 ? -(step + 1) / 2 : step / 2)),
    quotations: new Reader(quotations).take(stories),
    events: new Reader(events).take(stories),
  };
}

/** @returns {Value} */
function readValue([value, label, packed]) {
  const reader = new Reader(packed);
  const refs = new Set(reader.rising(reader.next()).map((story) => `s${story}`));
  for (const kind of "qe") {
    const count = reader.next();
    const stories = reader.rising(count);
    for (const [i, second] of reader.take(count).entries()) refs.add(`${kind}${stories[i]}.${second}`);
  }
  return { value, label, refs };
}

export class Filters {
  constructor(shelf, manifest) {
    this.shelf = shelf;
    this.manifest = manifest;
    this.read = new Map();
  }

  /**
   * One file of a facet's values, those of most stories first.
   * @param {string} facet
   * @param {number} file
   * @returns {Promise<Value[]>}
   */
  async values(facet, file = 0) {
    const name = (this.manifest.facets[facet] ?? [])[file];
    if (!name) return [];
    if (!this.read.has(name)) {
      const rows = await this.shelf.piece("f", name);
      this.read.set(name, rows.map(readValue));
    }
    return this.read.get(name);
  }

  /** @returns {Promise<Value | null>} one value, wherever it stands */
  async value(facet, value) {
    const files = (this.manifest.facets[facet] ?? []).length;
    for (let file = 0; file < files; file++) {
      const found = (await this.values(facet, file)).find((one) => one.value === value);
      if (found) return found;
    }
    return null;
  }

  /**
   * The documents that all chosen filters let through, or null where none is chosen.
   * @param {Record<string, string>} chosen facet to value
   * @returns {Promise<((ref: string) => boolean) | null>}
   */
  async chosen(chosen) {
    const facets = Object.keys(chosen).filter((facet) => chosen[facet] && this.manifest.facets[facet]);
    if (!facets.length) return null;
    const values = await Promise.all(facets.map((facet) => this.value(facet, chosen[facet])));
    return (ref) => values.every((value) => value?.refs.has(ref));
  }

  /**
   * How many of some documents each value lets through; values that let none through are left out.
   * @param {string[]} refs
   * @returns {Promise<Record<string, {value: string, label: string, count: number}[]>>}
   */
  async counts(refs) {
    const wanted = new Set(refs);
    const facets = Object.keys(this.manifest.facets);
    const lists = await Promise.all(facets.map((facet) => this.values(facet)));
    return Object.fromEntries(facets.map((facet, i) => [facet, countAll(lists[i], wanted)]));
  }
}

function countAll(values, wanted) {
  const counted = values.map(({ value, label, refs }) => ({ value, label, count: common(refs, wanted) }));
  return counted.filter(({ count }) => count);
}

function common(refs, wanted) {
  const [few, many] = refs.size < wanted.size ? [refs, wanted] : [wanted, refs];
  let count = 0;
  for (const ref of few) if (many.has(ref)) count++;
  return count;
}
