// The files of the index: fetched when needed, kept while the page is open.

/** A file could not be fetched; `gone` when the build it belongs to is no longer published. */
export class FetchError extends Error {
  constructor(path, gone) {
    super(`Cannot fetch ${path}`);
    this.gone = gone;
  }
}

export class Shelf {
  /** @param {string} base the address of the folder `search/` */
  constructor(base) {
    this.base = base;
    this.held = new Map();
    this.fetched = 0;
  }

  /** @returns {Promise<object>} the manifest, as published now */
  manifest() {
    return this.#once("index.json", { cache: "no-cache" });
  }

  /**
   * @param {string} folder
   * @param {string} name a name made of the content: the file never changes
   */
  piece(folder, name) {
    return this.#once(`${folder}/${name}.json`, { cache: "force-cache" });
  }

  /**
   * @param {string} folder "s" or "n"
   * @param {number} number
   * @param {string} version of the build
   */
  shown(folder, number, version) {
    return this.#once(`${folder}/${number}.json?v=${version}`, {});
  }

  #once(path, options) {
    let promise = this.held.get(path);
    if (!promise) {
      promise = this.#fetch(path, options);
      this.held.set(path, promise);
      promise.catch(() => this.held.delete(path));
    }
    return promise;
  }

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
