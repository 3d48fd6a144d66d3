// Documents' keys to small whole numbers, in the order in which they come: a hash table in typed
// arrays, since a Map of numbers beyond thirty bits boxes every one of them.

export class Places {
  constructor() {
    this.size = 0;
    this.keys = new Float64Array(512);
    // Twice as many as there are keys, so that few meet; 0 where none is, else a place and one.
    this.slots = new Int32Array(1024);
  }

  /**
   * The place of a key, or -1.
   * @param {number} key
   */
  of(key) {
    return this.slots[this.#slot(key)] - 1;
  }

  /**
   * The place of a key; a new key takes the next.
   * @param {number} key
   */
  put(key) {
    const slot = this.#slot(key);
    const place = this.slots[slot] - 1;
    if (place >= 0) return place;
    this.keys[this.size] = key;
    this.slots[slot] = ++this.size;
    if (this.size === this.keys.length) this.#grow();
    return this.size - 1;
  }

  /**
   * Where a key stands in the table, or would. Keys are (number · 65536 + second) · 4 + kind.
   * @param {number} key
   */
  #slot(key) {
    const { slots, keys } = this;
    const number = (key / 262144) | 0;
    const rest = key - number * 262144;
    const mixed = Math.imul(Math.imul(number, 0x9e3779b1) ^ rest, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & (slots.length - 1);
    while (slots[slot] && keys[slots[slot] - 1] !== key) slot = (slot + 1) & (slots.length - 1);
    return slot;
  }

  #grow() {
    const keys = new Float64Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    this.slots = new Int32Array(keys.length * 2);
    for (let place = 0; place < this.size; place++) this.slots[this.#slot(keys[place])] = place + 1;
  }
}
