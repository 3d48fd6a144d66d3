// What a reader typed, taken apart: words, "exact phrases", -words and -"phrases" that must not
// stand there, and words wanted in one field: by:blair, source:"the times".

/** What a reader may put before a word, and the field that it means. @type {Record<string, string>} */
export const FIELDS = { title: "title", text: "text", quote: "quote", by: "by", name: "names", source: "about" };

/**
 * @typedef {object} Typed
 * @property {string[]} words wanted, in the order typed
 * @property {string[]} not unwanted
 * @property {string[]} exact words wanted in no other form: a "phrase" of one
 * @property {string[][]} phrases each a row of words
 * @property {string[][]} without unwanted phrases
 * @property {{field: string, word: string}[]} fielded words wanted in one field
 * @property {string} last the word still being typed, or empty
 */

const MOST_WORDS = 24;
const BEFORE = new RegExp(`(^|\\s)(${Object.keys(FIELDS).join("|")}):$`, "i");
const FIELDED = new RegExp(`^(${Object.keys(FIELDS).join("|")}):(.+)$`, "i");

/**
 * @param {string} text
 * @param {(text: string) => {word: string}[]} words
 * @param {boolean} typing whether the last word may go on
 * @returns {Typed}
 */
export function takeApart(text, words, typing) {
  /** @param {string} part */
  const plain = (part) => words(part).map((found) => found.word);
  /** @type {Typed} */
  const typed = { words: [], not: [], exact: [], phrases: [], without: [], fielded: [], last: "" };
  /** @param {string} field @param {string} words */
  const inField = (field, words) =>
    typed.fielded.push(...plain(words).map((word) => ({ field: FIELDS[field.toLowerCase()], word })));
  const straight = text.slice(0, 1000).replace(/[“”„«»]/g, '"');
  straight.split('"').forEach((part, i, parts) => {
    const closed = i < parts.length - 1;
    if (i % 2 && closed) {
      const field = BEFORE.exec(parts[i - 1])?.[2];
      if (field) return void inField(field, part);
      const unwanted = /(^|\s)-$/.test(parts[i - 1]);
      const phrase = plain(part);
      if (phrase.length > 1) (unwanted ? typed.without : typed.phrases).push(phrase);
      else (unwanted ? typed.not : typed.exact).push(...phrase);
      return undefined;
    }
    part.replace(closed ? BEFORE : /$^/, " ").split(/\s+/).forEach((piece, j) => {
      const fielded = FIELDED.exec(piece);
      if (fielded) return void inField(fielded[1], fielded[2]);
      // A hyphen that follows a closing mark joins words: “long”-awaited.
      const minus = /^-[^-]/.test(piece) && (j > 0 || i === 0);
      (minus ? typed.not : typed.words).push(...plain(piece));
      return undefined;
    });
    return undefined;
  });
  typed.words = [...new Set(typed.words)].slice(0, MOST_WORDS);
  if (typing) typed.last = unfinished(straight, words);
  if (typed.last && !typed.words.includes(typed.last)) typed.words.push(typed.last);
  return typed;
}

/**
 * The word that the text ends in; a number may end in the middle of its thousands ("1,0").
 * @param {string} text
 * @param {(text: string) => {word: string}[]} words
 */
function unfinished(text, words) {
  const end = /(?:^|\s|")([^\s"]+)$/.exec(text)?.[1] ?? "";
  if (end.startsWith("-") || FIELDED.test(end)) return "";
  return words(end.replace(/(\d),(\d{1,2})$/, "$1$2")).at(-1)?.word ?? "";
}
