// Which words there are, and their postings: from sorted files, each holding a range of words. Those
// of the stories that came in last have files of their own, so that a new story changes few.

import { Reader, marked } from "./numbers.js";
import { covers, holds, meet, spansOf } from "./spans.js";

/** @typedef {import("./spans.js").Span} Span */

export class Vocabulary {
  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./shelf.js").Manifest} manifest
   */
  constructor(shelf, manifest) {
    this.shelf = shelf;
    this.manifest = manifest;
    this.recent = spansOf(manifest.recent);
    /** @type {Map<string, string>} word to postings: words of which all files were fetched */
    this.postings = new Map();
    /** @type {number[]} by number how many words each story's text has */
    this.texts = [];
    /** @type {string[] | null} */
    this.sorted = null;
  }

  /**
   * How many files hold the words that begin so.
   * @param {string} beginning
   */
  async spread(beginning) {
    const [old, recent] = await this.#covering(beginning);
    return Math.max(old.length, recent.length);
  }

  /**
   * Fetch all words that begin so.
   * @param {string} beginning
   */
  async load(beginning) {
    await this.#take(...(await this.#covering(beginning)), (word) => word.startsWith(beginning));
  }

  /**
   * Fetch what holds a word, if there is such a word.
   * @param {string} word
   */
  async loadWord(word) {
    await this.#take(...(await this.#holding(word)), (other) => other === word);
  }

  /**
   * In how many files some words stand.
   * @param {string[]} words
   */
  async filesOf(words) {
    const spans = await Promise.all(words.map((word) => this.#holding(word)));
    return new Set(spans.flat(2).map(({ name }) => name)).size;
  }

  /** @param {string} beginning @returns {Promise<[old: Span[], recent: Span[]]>} */
  #covering(beginning) {
    return this.#where((span) => covers(span, beginning));
  }

  /** @param {string} word @returns {Promise<[old: Span[], recent: Span[]]>} */
  #holding(word) {
    return this.#where((span) => holds(span, word));
  }

  /** @param {(span: Span) => boolean} fits @returns {Promise<[old: Span[], recent: Span[]]>} */
  async #where(fits) {
    const groups = spansOf(this.manifest.groups).filter(fits);
    const lists = await Promise.all(groups.map(async ({ name, to }) => spansOf(await this.shelf.piece("g", name), to)));
    return [lists.flat().filter(fits), this.recent.filter(fits)];
  }

  /**
   * Fetch files, and take over the words of which nothing is missing then: those of the older
   * stories' files, and what recent ones alone have of the words that were asked for.
   * @param {Span[]} old
   * @param {Span[]} recent
   * @param {(word: string) => boolean} asked
   */
  async #take(old, recent, asked) {
    const beside = this.recent.filter((span) => recent.includes(span) || old.some((other) => meet(span, other)));
    const [before, after] = await Promise.all([this.#rows(old), this.#rows(beside), this.#openTexts()]);
    const words = [...before.keys(), ...[...after.keys()].filter((word) => asked(word) && !before.has(word))];
    for (const word of words) {
      if (this.postings.has(word)) continue;
      this.postings.set(word, (before.get(word) ?? "") + (after.get(word) ?? ""));
      this.sorted = null;
    }
  }

  /** @param {Span[]} spans @returns {Promise<Map<string, string>>} words with their postings */
  async #rows(spans) {
    const files = await Promise.all(spans.map(({ name }) => this.shelf.piece("w", name)));
    const flat = files.flat();
    return new Map(Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]));
  }

  /** How many words a story's text has. @param {number} story @returns {Promise<number | undefined>} */
  async lengthOf(story) {
    await this.#openTexts();
    return this.texts[story];
  }

  async #openTexts() {
    const [stories, lengths] = await this.shelf.piece("d", this.manifest.texts);
    if (this.texts.length) return;
    const reader = new Reader(lengths);
    for (const story of marked(stories, this.manifest.block)) this.texts[story] = reader.next();
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
