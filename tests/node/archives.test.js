import assert from "node:assert/strict";
import test from "node:test";

import askTogether from "../../theme/static/js/search/archives.js";

/**
 * A digest of some stories, a day apart, two of which come at a time; it is reached so often.
 * @param {string} name @param {number[]} days @param {number} [times]
 */
function digest(name, days, times = Infinity) {
  let asked = 0;
  const ask = async (/** @type {string} */ _, /** @type {{query: {from?: number}}} */ { query: { from = 0 } }) => {
    if (++asked > times) throw new Error("gone");
    const items = days.slice(from, from + 2).map((day) => ({ kind: "story", title: `${name} ${day}`, day }));
    return { items, next: from + 2, more: from + 2 < days.length, total: days.length, kinds: { story: days.length }, phrases: false };
  };
  return /** @type {any} */ ({ name, root: `/${name}/`, client: { ask } });
}

/** @param {any} answer @returns {string[]} */
const titles = ({ items }) => items.map((/** @type {{title: string}} */ item) => item.title);

test("an archive that is lost on the way is told, and costs no result of the others", async () => {
  const ask = askTogether(digest("", [9, 7, 5, 3]), [digest("old", [8, 6, 4, 2], 1)]);
  const first = await ask("search", { query: /** @type {any} */ ({ text: "ferry", size: 3 }) });
  assert.deepEqual(titles(first), [" 9", "old 8", " 7"]);
  assert.deepEqual(first.unreached, []);
  const further = await ask("search", { query: /** @type {any} */ ({ text: "ferry", from: 3, size: 9 }) });
  assert.deepEqual(titles(further), ["old 6", " 5", " 3"]);
  assert.deepEqual(further.unreached, ["old"]);
  assert.equal(further.more, false);
});
