// From what was typed to Lunr's clauses (https://lunrjs.com/docs/lunr.Query.html#~Clause).

/**
 * A clause of Lunr's; of those that are `wanted` a document need hold most only.
 * @typedef {Partial<import("lunr").Clause> & {term: string, wanted?: boolean}} Clause
 */

const OPTIONAL = 1;
const REQUIRED = 2;
const PROHIBITED = 3;
// A word as it was typed weighs more than its other forms, and these more than words it begins.
const EXACT = 3;
const BEGUN = 0.5;

/**
 * @param {import("./typed.js").Typed} typed
 * @param {{any?: boolean, most?: boolean, complete?: boolean}} how any: one word is enough; most: of the
 *     words those documents that hold most; complete: the last word is looked up as it stands
 * @returns {Clause[]}
 */
export function clausesOf(typed, how) {
  const presence = how.any || how.most ? OPTIONAL : REQUIRED;
  /** @type {Clause[]} */
  const clauses = typed.words.flatMap((word) => {
    const begun = word === typed.last && !how.complete;
    const exact = { term: word, usePipeline: false, presence: OPTIONAL, boost: EXACT };
    const term = begun ? `${word}*` : word;
    return [{ term, usePipeline: true, presence, boost: begun ? BEGUN : 1, wanted: how.most }, exact];
  });
  for (const word of new Set([...typed.exact, ...typed.phrases.flat()])) {
    clauses.push({ term: word, usePipeline: false, presence: REQUIRED, boost: 1 });
  }
  for (const { field, word } of typed.fielded) {
    clauses.push({ term: word, fields: [field], usePipeline: true, presence: REQUIRED, boost: 1 });
  }
  for (const word of typed.not) {
    clauses.push({ term: word, usePipeline: true, presence: PROHIBITED, boost: 1 });
  }
  return clauses;
}

/**
 * The clauses of a line in Lunr's own syntax.
 * @param {typeof import("lunr")} lunr
 * @param {string} line
 * @param {string[]} fields
 * @param {(text: string) => {word: string}[]} words what a term is folded by
 * @returns {Clause[]}
 * @throws {Error} a QueryParseError, with a message for the reader
 */
export function parseLine(lunr, line, fields, words) {
  const query = new lunr.Query(fields);
  new lunr.QueryParser(line, query).parse();
  return query.clauses.flatMap((clause) => foldClause(clause, words));
}

/**
 * The clause with its term as the index spells it; a term of two words becomes two clauses.
 * @param {import("lunr").Clause} clause
 * @param {(text: string) => {word: string}[]} words
 * @returns {Clause[]}
 */
function foldClause(clause, words) {
  if (clause.term.includes("*")) {
    const term = clause.term.split("*").map((part) => words(part).map((f) => f.word).join("")).join("*");
    return [{ ...clause, term, usePipeline: false }];
  }
  return words(clause.term).map(({ word }) => ({ ...clause, term: word }));
}
