// What a word is: the rules of the manifest (search/words.json), as Python follows them.

/** @typedef {{word: string, start: number, end: number}} Found A word and where it stands (UTF-16). */

/** @param {string} numbers "61-7a 30-39" */
const ranges = (numbers) =>
  numbers.split(" ").map((pair) => pair.split("-").map((n) => `\\u{${n}}`).join("-")).join("");

// What is not folded by lower case alone: all but ASCII, and the backtick.
const ODD = /([\x60\x80-\uffff]+)/;

/**
 * Make the function that finds the words of a text.
 * @param {import("./shelf.js").WordRules} spec the manifest's `words`
 * @returns {(text: string) => Found[]}
 */
export function wordFinder(spec) {
  const letter = `[^${ranges(spec.separators + " " + spec.alone)}]`; // no template in a template: rjsmin
  const alone = `[${ranges(spec.alone)}]`;
  const word = new RegExp(spec.word.replaceAll("L", letter).replaceAll("A", alone), "gu");
  const dropped = new RegExp(`[${ranges(spec.dropped)}]`, "gu");
  /** @type {[RegExp, string][]} */
  const cuts = spec.cut.map(([pattern, put]) => [new RegExp(pattern, "gu"), put]);
  /** @type {Map<string, string>} */
  const folded = new Map();

  /** @param {string} character */
  function foldOne(character) {
    let plain = folded.get(character);
    if (plain === undefined) {
      plain = (spec.straighten[character] ?? character).normalize("NFKD").toLowerCase();
      plain = Array.from(plain.replace(dropped, ""), (c) => spec.folded[c] ?? c).join("");
      folded.set(character, plain);
    }
    return plain;
  }

  /** @param {string} found */
  function cut(found) {
    let short = found.length > spec.longest ? Array.from(found).slice(0, spec.longest).join("") : found;
    for (const [pattern, put] of cuts) short = short.replace(pattern, put);
    return short;
  }

  return function words(text) {
    let plain = "";
    /** @type {number[]} */
    const places = [];
    let at = 0;
    text.split(ODD).forEach((stretch, i) => {
      if (i % 2 === 0) {
        plain += stretch.toLowerCase();
        for (let j = 0; j < stretch.length; j++) places.push(at++);
        return;
      }
      for (const character of stretch) {
        const put = foldOne(character);
        for (let j = 0; j < put.length; j++) places.push(at);
        plain += put;
        at += character.length;
      }
    });
    places.push(at);
    return Array.from(plain.matchAll(word), ({ 0: found, index }) => ({
      word: cut(found),
      start: places[index],
      end: endOf(text, places, index + found.length),
    }));
  };
}

/**
 * The end of a word in the text: before what follows it, accents that were dropped included.
 * @param {string} text
 * @param {number[]} places
 * @param {number} after
 */
function endOf(text, places, after) {
  const last = places[after - 1];
  const next = places[after];
  return next === last ? last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) : next;
}
