// Which words there are, and their postings: from sorted files, each holding a range of words.

import { Reader } from "./numbers.js";

/**
 * The places in a list of `[border, name, border, name …]` whose ranges hold words that begin so.
 * @param {string[]} borders
 * @param {string} beginning
 * @returns {string[]} names
 */
export function covering(borders, beginning) {
  const names = [];
  for (let i = 0; i < borders.length; i += 2) {
    const next = borders[i + 2];
    const startsBefore = borders[i] <= beginning || borders[i].startsWith(beginning);
    const endsAfter = next === undefined || next > beginning;
    if (startsBefore && endsAfter) names.push(borders[i + 1]);
  }
  return names;
}

/**
 * The name in a list of borders and names whose range a word would stand in.
 * @param {string[]} borders
 * @param {string} word
 */
function holding(borders, word) {
  let name = null;
  for (let i = 0; i < borders.length && borders[i] <= word; i += 2) name = borders[i + 1];
  return name;
}

export class Vocabulary {
  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./shelf.js").Manifest} manifest
   */
  constructor(shelf, manifest) {
    this.shelf = shelf;
    this.manifest = manifest;
    /** @type {Map<string, string>} word to postings, of all files fetched */
    this.postings = new Map();
    /** @type {number[]} how many words each story's text has */
    this.texts = [];
    /** @type {Set<string>} */
    this.files = new Set();
    /** @type {string[] | null} */
    this.sorted = null;
  }

  /**
   * How many files hold the words that begin so.
   * @param {string} beginning
   */
  async spread(beginning) {
    return (await this.#files(beginning)).length;
  }

  /**
   * Fetch all words that begin so.
   * @param {string} beginning
   */
  async load(beginning) {
    await Promise.all((await this.#files(beginning)).map((name) => this.#file(name)));
  }

  /**
   * Fetch the file that holds a word, if there is such a word.
   * @param {string} word
   */
  async loadWord(word) {
    const name = await this.#fileOf(word);
    if (name) await this.#file(name);
  }

  /**
   * In how many files some words stand.
   * @param {string[]} words
   */
  async filesOf(words) {
    return new Set(await Promise.all(words.map((word) => this.#fileOf(word)))).size;
  }

  /** @param {string} word */
  async #fileOf(word) {
    const group = holding(this.manifest.groups, word);
    return group && holding(await this.shelf.piece("g", group), word);
  }

  /** @param {string} beginning */
  async #files(beginning) {
    const groups = covering(this.manifest.groups, beginning);
    const lists = await Promise.all(groups.map((name) => this.shelf.piece("g", name)));
    return lists.flatMap((list) => covering(list, beginning));
  }

  /** @param {string} name */
  async #file(name) {
    if (this.files.has(name)) return;
    const [rows, texts] = await Promise.all([this.shelf.piece("w", name), this.shelf.piece("d", this.manifest.texts)]);
    if (!this.texts.length) this.texts = new Reader(texts).take(this.manifest.stories);
    this.files.add(name);
    for (let i = 0; i < rows.length; i += 2) this.postings.set(rows[i], rows[i + 1]);
    this.sorted = null;
  }

  /**
   * The fetched words that begin so, in order.
   * @param {string} beginning
   * @returns {string[]}
   */
  beginning(beginning) {
    this.sorted ??= [...this.postings.keys()].sort();
    return wordsBeginning(this.sorted, beginning);
  }
}

/**
 * @param {string[]} sorted
 * @param {string} beginning
 */
export function wordsBeginning(sorted, beginning) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < beginning) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && sorted[end].startsWith(beginning)) end++;
  return sorted.slice(low, end);
}
