// The files of the index: fetched when needed, kept while the page is open.

/**
 * @typedef {object} WordRules what a word is (search/words.json)
 * @property {string} separators ranges of code points
 * @property {string} alone
 * @property {string} dropped
 * @property {string} word a pattern of L and A
 * @property {[string, string][]} cut patterns, and what is put in their place
 * @property {Record<string, string>} straighten
 * @property {Record<string, string>} folded
 * @property {number} longest in code points
 *
 * @typedef {object} Manifest what index.json says: names of files, and what all of them share
 * @property {WordRules} words
 * @property {Record<string, number>} fields by name their weight
 * @property {number} k1
 * @property {number} b
 * @property {string[]} sections a letter for the kind, then the field
 * @property {number} block places a block: half of them, or more, hold a story
 * @property {string[]} blocks by number, their names
 * @property {number} documents
 * @property {Record<string, number>} lengths by field the words of all documents
 * @property {string} texts a file: which stories there are, and how many words each one's text has
 * @property {number} apart the section that has its lengths there
 * @property {string[]} shown groups of the files that tell what is shown of names
 * @property {number} namesAFile places of names in one of these files
 * @property {number} filesAGroup
 * @property {string[]} groups border, file, border, file …
 * @property {string[]} recent border, file …: words of the stories that came in last
 * @property {string} lexicon a file
 * @property {string[]} people border, file …
 * @property {Record<string, string>} top by first letter a file
 * @property {number} longestTop
 * @property {string} facets a file
 * @property {string} table a file
 * @property {string} small a file: words that no story is looked for by
 * @property {string} version of the build
 */

/** A file could not be fetched; `gone` when the build it belongs to is no longer published. */
export class FetchError extends Error {
  /** @param {string} path @param {boolean} gone */
  constructor(path, gone) {
    super(`Cannot fetch ${path}`);
    this.gone = gone;
  }
}

export class Shelf {
  /** @param {string} base the address of the folder `search/` */
  constructor(base) {
    this.base = base;
    /** @type {Map<string, Promise<any>>} */
    this.held = new Map();
    this.fetched = 0;
  }

  /** @returns {Promise<Manifest>} as published now */
  manifest() {
    return this.#once("index.json", { cache: "no-cache" });
  }

  /**
   * @param {string} folder
   * @param {string} name a name made of the content: the file never changes
   * @returns {Promise<any>}
   */
  piece(folder, name) {
    return this.#once(`${folder}/${name}.json`, { cache: "force-cache" });
  }

  /**
   * @param {string} folder
   * @param {string} name one that stays, whatever the content
   * @param {string} version of the build
   * @returns {Promise<any>}
   */
  shown(folder, name, version) {
    return this.#once(`${folder}/${name}.json?v=${version}`, {});
  }

  /** @param {string} path @param {RequestInit} options @returns {Promise<any>} */
  #once(path, options) {
    let promise = this.held.get(path);
    if (!promise) {
      promise = this.#fetch(path, options);
      this.held.set(path, promise);
      promise.catch(() => this.held.delete(path));
    }
    return promise;
  }

  /** @param {string} path @param {RequestInit} options */
  async #fetch(path, options) {
    let answer;
    try {
      answer = await fetch(this.base + path, options);
    } catch {
      throw new FetchError(path, false);
    }
    if (!answer.ok) throw new FetchError(path, answer.status === 404);
    this.fetched += 1;
    return answer.json();
  }
}
