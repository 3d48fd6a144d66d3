// Sorted files of words: which of them hold a word, or the words that begin alike.

/**
 * @typedef {object} Span the words of one file
 * @property {string} name of the file
 * @property {string} from none of its words comes before
 * @property {string} [to] all of its words come before
 */

/**
 * @param {string[]} borders `[border, name, border, name …]`
 * @param {string} [end] what comes after all of them
 * @returns {Span[]}
 */
export function spansOf(borders, end) {
  const spans = [];
  for (let i = 0; i < borders.length; i += 2) {
    spans.push({ name: borders[i + 1], from: borders[i], to: borders[i + 2] ?? end });
  }
  return spans;
}

/** Whether words that begin so would stand there. @param {Span} span @param {string} beginning */
export const covers = ({ from, to }, beginning) =>
  (from <= beginning || from.startsWith(beginning)) && (to === undefined || to > beginning);

/** Whether a word would stand there. @param {Span} span @param {string} word */
export const holds = ({ from, to }, word) => from <= word && (to === undefined || word < to);

/** Whether a word may stand in both. @param {Span} one @param {Span} other */
export const meet = (one, other) =>
  (other.to === undefined || one.from < other.to) && (one.to === undefined || other.from < one.to);

/** The files whose words begin so. @param {string[]} borders @param {string} beginning */
export const covering = (borders, beginning) =>
  spansOf(borders).filter((span) => covers(span, beginning)).map(({ name }) => name);
