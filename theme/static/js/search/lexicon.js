// All words without their postings: for typing errors, Lunr's `word~1` and wildcards in front.

/** @typedef {{word: string, name: boolean, count: number}} Row */

// In the place of a first letter (search/index.py).
const RECENT = "recent";
/** Words of other scripts stand in one file. @param {string} first */
const letterOf = (first) => (first <= "\u007f" ? first : "");

export class Lexicon {
  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./shelf.js").Manifest} manifest
   */
  constructor(shelf, manifest) {
    this.shelf = shelf;
    this.manifest = manifest;
  }

  /**
   * The words that begin with a letter, each with whether it is a word of a name and about how
   * often it stands in the digest.
   * @param {string} first
   * @returns {Promise<Row[]>}
   */
  async of(first) {
    const files = await this.#files();
    const key = letterOf(first);
    const old = Object.hasOwn(files, key) ? await this.#rows(files[key]) : [];
    return [...old, ...(await this.#rows(files[RECENT])).filter(({ word }) => letterOf(word[0]) === key)];
  }

  /** @param {string} name of a file @returns {Promise<Row[]>} */
  async #rows(name) {
    const flat = await this.shelf.piece("l", name);
    const rows = [];
    for (let i = 0; i < flat.length; i += 2) {
      const mark = flat[i + 1];
      const isName = mark[0] === "n";
      rows.push({ word: flat[i], name: isName, count: Number(isName ? mark.slice(1) : mark) });
    }
    return rows;
  }

  /** @returns {Promise<string[]>} every word, in order */
  async all() {
    const rows = await Promise.all(Object.values(await this.#files()).map((name) => this.#rows(name)));
    return rows.flat().map((row) => row.word).sort();
  }

  /** @returns {Promise<string[]>} the letters that words begin with */
  async firsts() {
    const { [RECENT]: recent, ...files } = await this.#files();
    const others = (await this.#rows(recent)).map(({ word }) => letterOf(word[0]));
    return [...new Set([...Object.keys(files), ...others])];
  }

  /** @returns {Promise<Record<string, string>>} by first letter the name of the file; one of words that only recent stories have */
  #files() {
    return this.shelf.piece("l", this.manifest.lexicon);
  }
}

/**
 * The words that Lunr takes for near: its own automaton decides, on the few that come into question.
 * @param {typeof import("lunr")} lunr
 * @param {string[]} words
 * @param {string} term
 * @param {number} distance
 */
export function fuzzyWords(lunr, words, term, distance) {
  const few = words.filter((word) => mayBeNear(word, term, distance)).sort();
  const near = lunr.TokenSet.fromFuzzyString(term, distance);
  return lunr.TokenSet.fromArray(few).intersect(near).toArray();
}

/**
 * One edit changes a word's length by one at most, and its bag of letters by two.
 * @param {string} word
 * @param {string} term
 * @param {number} distance
 */
function mayBeNear(word, term, distance) {
  if (Math.abs(word.length - term.length) > distance) return false;
  let rest = term;
  let extra = 0;
  for (const letter of word) {
    if (rest.includes(letter)) rest = rest.replace(letter, "");
    else extra += letter.length;
  }
  return extra + rest.length <= 2 * distance;
}

/**
 * How many letters must be put in, taken out, changed or swapped with the next (optimal string
 * alignment distance).
 * @param {string} a
 * @param {string} b
 */
export function distanceOf(a, b) {
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/**
 * The likeliest words meant by one that stands nowhere: words of names first, then the nearest, then
 * the most frequent.
 * @param {Lexicon} lexicon
 * @param {string} word
 * @param {number} most
 * @returns {Promise<(Row & {far: number})[]>} with how many edits lie between
 */
export async function likelyMeant(lexicon, word, most) {
  if (word.length < 3) return [];
  const here = near(await lexicon.of(word[0]), word);
  if (here.length) return here.slice(0, most);
  const firsts = (await lexicon.firsts()).filter((first) => first !== word[0]);
  const others = await Promise.all(firsts.map((first) => lexicon.of(first)));
  return near(others.flat(), word).slice(0, most);
}

/** @param {Row[]} rows @param {string} word */
function near(rows, word) {
  const most = word.length < 5 ? 1 : 2;
  return rows
    .filter((row) => mayBeNear(row.word, word, most))
    .map((row) => ({ ...row, far: distanceOf(row.word, word) }))
    .filter((row) => row.far <= most)
    .sort((a, b) => a.far - Number(a.name) * 0.5 - (b.far - Number(b.name) * 0.5) || b.count - a.count);
}
