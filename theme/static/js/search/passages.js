// What is shown of a result: its headline, its date, its link, and the passage that holds the words.

import { FetchError } from "./shelf.js";

/**
 * @typedef {{text: string, marked: boolean}} Piece
 * @typedef {object} Shown
 * @property {string} ref
 * @property {"story" | "name" | "quotation" | "statement" | "event"} kind
 * @property {string} title
 * @property {string} url from the site's root
 * @property {string} when the day of publication, or of an event, in words
 * @property {string} source
 * @property {Piece[]} passage
 * @property {Piece[]} heading the title with the words marked
 * @property {string} speaker
 * @property {number} [stories] of a name
 * @property {string} [nameKind] of a name; `page` where it is one of the editor's own, and no story
 */

/** @type {Record<string, Shown["kind"]>} */
const KINDS = { s: "story", q: "quotation", e: "event", n: "name" };
const LENGTH = 220;

export class Passages {
  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./shelf.js").Manifest} manifest
   * @param {(text: string) => import("./words.js").Found[]} words
   * @param {(story: number) => Promise<number | undefined>} lengthOf how many words a story's text has in this index
   */
  constructor(shelf, manifest, words, lengthOf) {
    this.shelf = shelf;
    this.manifest = manifest;
    this.words = words;
    this.lengthOf = lengthOf;
  }

  /**
   * @param {string} ref
   * @param {Set<string>} terms the words to mark
   * @returns {Promise<Shown>}
   */
  async show(ref, terms) {
    const kind = KINDS[ref[0]];
    const [number, second] = ref.slice(1).split(".").map(Number);
    if (kind === "name") return this.#name(ref, number, terms);
    const [url, title, when, source, text, quotes, events, reports] = await this.#story(number);
    const shown = { ref, kind, title, url, when, source, speaker: "", heading: this.mark(title, terms) };
    if (kind === "story") return { ...shown, ...pageKind(url), passage: this.#around(text, terms) };
    if (kind === "quotation") {
      const [anchor, speaker, , ...spans] = (second % 2 ? reports : quotes)[second >> 1];
      return { ...shown, kind: second % 2 ? "statement" : kind, url: `${url}#${anchor}`, speaker, passage: this.#parts(text, spans, terms) };
    }
    const [anchor, said, start, end] = events[second];
    return { ...shown, url: `${url}#${anchor}`, when: said, passage: this.#parts(text, [start, end], terms) };
  }

  /**
   * Whether all phrases stand in a document, word by word.
   * @param {string} ref
   * @param {string[][]} phrases
   */
  async holds(ref, phrases) {
    const shown = await this.show(ref, new Set());
    const texts = ref[0] === "s" ? [shown.title, (await this.#story(Number(ref.slice(1))))[4]]
      : [shown.kind === "name" ? shown.title : "", shown.passage.map((piece) => piece.text).join("")];
    const rows = texts.map((text) => ` ${this.words(text).map((found) => found.word).join(" ")} `);
    return phrases.every((phrase) => rows.some((row) => row.includes(` ${phrase.join(" ")} `)));
  }

  /** @param {string} ref @param {number} number @param {Set<string>} terms @returns {Promise<Shown>} */
  async #name(ref, number, terms) {
    const { namesAFile, filesAGroup, shown } = this.manifest;
    const file = Math.floor(number / namesAFile);
    const group = await this.shelf.piece("g", shown[Math.floor(file / filesAGroup)]);
    /** @type {any[][]} */
    const rows = await this.shelf.piece("n", group[file % filesAGroup]);
    const [, url, title, nameKind, line, stories] = rows.find(([place]) => place === number % namesAFile) ?? [];
    const marked = { heading: this.mark(title, terms), passage: this.mark(line, terms) };
    return { ref, kind: "name", title, url, when: "", source: "", speaker: "", nameKind, stories, ...marked };
  }

  /**
   * A row as search/passages.py writes it.
   * @param {number} number
   * @returns {Promise<any[]>}
   * @throws {FetchError} where another build has put another story, or another text, in its place
   */
  async #story(number) {
    const { block, blocks, version } = this.manifest;
    const name = `${blocks[Math.floor(number / block)]}-${number % block}`;
    const [row, length] = await Promise.all([this.shelf.shown("s", name, version), this.lengthOf(number)]);
    if (row[8] !== length) throw new FetchError(`s/${name}`, true);
    return row;
  }

  /** @param {string} text @param {number[]} spans @param {Set<string>} terms */
  #parts(text, spans, terms) {
    const parts = [];
    for (let i = 0; i < spans.length; i += 2) parts.push(text.slice(spans[i], spans[i + 1]));
    return this.mark(parts.join(" … "), terms);
  }

  /** The stretch of a text that holds most of the words. @param {string} text @param {Set<string>} terms */
  #around(text, terms) {
    const hits = this.words(text).filter((found) => terms.has(found.word));
    let best = hits[0]?.start ?? 0;
    let most = 0;
    hits.forEach((hit, i) => {
      const near = hits.slice(i, i + 12).filter((other) => other.end - hit.start <= LENGTH);
      const different = new Set(near.map((found) => found.word)).size;
      if (different > most) [most, best] = [different, hit.start];
    });
    const start = best < 60 ? 0 : text.indexOf(" ", best - 50) + 1;
    const cut = start + LENGTH >= text.length ? text.length : text.lastIndexOf(" ", start + LENGTH);
    const end = cut <= best ? Math.min(text.length, start + LENGTH) : cut;
    const passage = text.slice(start, end).replace(/\s+/g, " ");
    return this.mark(`${start ? "… " : ""}${passage}${end < text.length ? " …" : ""}`, terms);
  }

  /**
   * Cut a text where marked words begin and end.
   * @param {string} text
   * @param {Set<string>} terms
   * @returns {Piece[]}
   */
  mark(text, terms) {
    /** @type {Piece[]} */
    const pieces = [];
    let at = 0;
    for (const { word, start, end } of this.words(text)) {
      if (!terms.has(word) || start < at) continue;
      if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
      pieces.push({ text: text.slice(start, end), marked: true });
      at = end;
    }
    if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
    return pieces;
  }
}

/** Of what kind a text at an address is, where it is no story. @param {string} url */
const pageKind = (url) => (url.startsWith("stories/") ? {} : { nameKind: "page" });
