// The forms of a word: all words of the digest that lunr.js's own stemmer brings to the same stem.
// The index holds words as they are written, so there is one stemmer only, here, and none in Python.

/**
 * The beginnings that a word's forms can have: Porter's rules change a stem's last letter only.
 * @param {string} stem
 * @returns {string[]}
 */
export function beginnings(stem) {
  if (stem.length < 3) return [];
  const rest = stem.slice(0, -1);
  if (stem.endsWith("i")) return [stem, `${rest}y`];
  if (stem.endsWith("e")) return [stem, `${rest}i`];
  if (stem.endsWith("bl")) return [stem, `${rest}i`];
  return [stem];
}

/**
 * @param {string} word
 * @param {(word: string) => string} stemOf
 * @param {(beginning: string) => string[]} wordsBeginning
 * @returns {string[]} the word's forms in order, the word itself first where there is one
 */
export function formsOf(word, stemOf, wordsBeginning) {
  const forms = new Set(wordsBeginning(word).slice(0, 1).filter((found) => found === word));
  const stem = stemOf(word);
  for (const beginning of beginnings(stem)) {
    for (const other of wordsBeginning(beginning)) if (stemOf(other) === stem) forms.add(other);
  }
  return [...forms];
}

/**
 * lunr.js's stemmer as a plain function that remembers.
 * @param {typeof import("lunr")} lunr
 * @returns {(word: string) => string}
 */
export function stemmer(lunr) {
  /** @type {Map<string, string>} */
  const stems = new Map();
  return (word) => {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = lunr.stemmer(new lunr.Token(word)).toString();
      stems.set(word, stem);
    }
    return stem;
  };
}

/**
 * The pipeline function that Lunr runs a query's words through: one word in, its forms out. A word
 * that ends in `*` is still being typed: its forms, and all words that begin with it.
 * @param {typeof import("lunr")} lunr
 * @param {(beginning: string) => string[]} wordsBeginning
 */
export function formsPipeline(lunr, wordsBeginning) {
  const stemOf = stemmer(lunr);
  /** @type {import("lunr").PipelineFunction} */
  const expand = (token) => {
    const typed = token.toString();
    const word = typed.endsWith("*") ? typed.slice(0, -1) : typed;
    const all = new Set(formsOf(word, stemOf, wordsBeginning));
    if (word !== typed) for (const longer of wordsBeginning(word)) all.add(longer);
    const words = all.size ? [...all] : [word];
    return words.map((form) => token.clone(() => form));
  };
  const pipeline = new lunr.Pipeline();
  expand.label = "forms";
  lunr.Pipeline.registeredFunctions.forms = expand;
  pipeline.add(expand);
  return pipeline;
}
