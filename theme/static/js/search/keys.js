// Documents by number, since sets of numbers are quick; Lunr's refs (`q12.3`) are made where asked.

const KINDS = "snqe";
const MOST_PLACES = 65536;

/**
 * @param {string} kind s, n, q or e
 * @param {number} number of the story or name
 * @param {number} [second] place among a story's quotations or events
 */
export const keyOf = (kind, number, second = 0) =>
  (number * MOST_PLACES + second) * 4 + KINDS.indexOf(kind);

/** @param {number} key */
export const kindOf = (key) => KINDS[key & 3];

/** What is quoted and what is reported are documents of one kind; reports stand at odd places. @param {number} key */
export const isReport = (key) => kindOf(key) === "q" && placeOf(key) % 2 === 1;

/** The number of a document's story, or of a name. @param {number} key */
export const numberOf = (key) => Math.floor(key / 4 / MOST_PLACES);

/** @param {number} key */
export const placeOf = (key) => Math.floor(key / 4) % MOST_PLACES;

/** @param {number} key */
export function refOf(key) {
  const kind = kindOf(key);
  return kind + numberOf(key) + (kind === "q" || kind === "e" ? `.${placeOf(key)}` : "");
}

/** @param {string} ref */
export function keyOfRef(ref) {
  const [number, second] = ref.slice(1).split(".");
  return keyOf(ref[0], Number(number), Number(second ?? 0));
}
