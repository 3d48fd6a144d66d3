// Names as one types: those whose words begin with what was typed.

import { covering } from "./spans.js";

/**
 * @typedef {{name: string, id: string, stories: number}} Suggestion with about how many stories
 * @typedef {[name: string, id: string, stories: number]} Row
 */

export class Names {
  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./shelf.js").Manifest} manifest
   * @param {(text: string) => import("./words.js").Found[]} words
   */
  constructor(shelf, manifest, words) {
    this.shelf = shelf;
    this.manifest = manifest;
    this.words = words;
  }

  /**
   * @param {string[]} words the words typed; the last may be unfinished
   * @param {number} most
   * @returns {Promise<Suggestion[]>} those of most stories first
   */
  async beginning(words, most) {
    const last = words.at(-1);
    if (!last) return [];
    const rows = (await this.#top(last, words)) ?? (await this.#all(words.toSorted(byLength)[0]));
    const names = new Map(rows.map(([name, id, stories]) => [id, { name, id, stories }]));
    const fits = [...names.values()].filter((one) => words.every((word) => begins(one, word, this.words)));
    return fits.sort((a, b) => b.stories - a.stories).slice(0, most);
  }

  /** @param {string} last @param {string[]} words @returns {Promise<Row[] | null>} */
  async #top(last, words) {
    const { top, longestTop } = this.manifest;
    if (words.length > 1 || last.length > longestTop) return null;
    const key = last[0] <= "\u007f" ? last[0] : "";
    if (!Object.hasOwn(top, key)) return null;
    const flat = await this.shelf.piece("t", top[key]);
    const at = flat.findIndex((/** @type {unknown} */ item, /** @type {number} */ i) => i % 2 === 0 && item === last);
    return at < 0 ? null : flat[at + 1];
  }

  /** @param {string} beginning @returns {Promise<Row[]>} */
  async #all(beginning) {
    const groups = covering(this.manifest.people, beginning);
    const lists = await Promise.all(groups.map((name) => this.shelf.piece("g", name)));
    const names = lists.flatMap((list) => covering(list, beginning));
    const files = await Promise.all(names.map((name) => this.shelf.piece("p", name)));
    return files.flatMap((flat) => rowsBeginning(flat, beginning));
  }
}

/** The rows behind words that begin so. @param {any[]} flat @param {string} beginning @returns {Row[]} */
const rowsBeginning = (flat, beginning) =>
  flat.filter((_, i) => i % 2 && flat[i - 1].startsWith(beginning)).flat();

/** @param {string} a @param {string} b */
const byLength = (a, b) => b.length - a.length;

/**
 * @param {Suggestion} suggestion
 * @param {string} word
 * @param {(text: string) => import("./words.js").Found[]} words
 */
function begins({ name }, word, words) {
  return words(name).some((found) => found.word.startsWith(word));
}
