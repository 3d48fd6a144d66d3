// Whole numbers out of text: base-64 digits of five bits, the lowest first (search/packing.py).

const VALUES = new Uint8Array(128);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((digit, value) => {
  VALUES[digit.charCodeAt(0)] = value;
});

/**
 * The numbers that are marked, in ascending order (search/packing.py); each block of places begins with a digit.
 * @param {string} text
 * @param {number} block places a block
 */
export function marked(text, block) {
  const digits = Math.ceil(block / 6);
  /** @type {number[]} */
  const numbers = [];
  for (let at = 0; at < text.length; at++) {
    const first = Math.floor(at / digits) * block + (at % digits) * 6;
    const bits = VALUES[text.charCodeAt(at)];
    for (let bit = 0; bit < 6; bit++) if (bits & (1 << bit)) numbers.push(first + bit);
  }
  return numbers;
}

/** Reads numbers one after another. */
export class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get done() {
    return this.at >= this.text.length;
  }

  /** @returns {number} the next number */
  next() {
    let value = 0;
    let weight = 1;
    for (;;) {
      const digit = VALUES[this.text.charCodeAt(this.at++)];
      value += (digit & 31) * weight;
      if (digit < 32) return value;
      weight *= 32;
    }
  }

  /**
   * @param {number} count
   * @returns {number[]} the next numbers
   */
  take(count) {
    const numbers = new Array(count);
    for (let i = 0; i < count; i++) numbers[i] = this.next();
    return numbers;
  }

  /**
   * @param {number} count
   * @returns {number[]} ascending numbers that are kept as gaps
   */
  rising(count) {
    const numbers = this.take(count);
    for (let i = 1; i < count; i++) numbers[i] += numbers[i - 1];
    return numbers;
  }
}
