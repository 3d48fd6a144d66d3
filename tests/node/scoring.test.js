import assert from "node:assert/strict";
import { test } from "node:test";
import { leastOf, scoreAll } from "../../theme/static/js/search/scoring.js";

test("most is half of the words, and all but one of those that stand together", () => {
  assert.equal(leastOf(4, 4), 3);
  assert.equal(leastOf(3, 5), 3);
  assert.equal(leastOf(2, 5), 2);
  assert.equal(leastOf(2, 2), 1);
  assert.equal(leastOf(1, 6), 1);
});

test("documents that hold more of the words stand before those that hold rarer ones", () => {
  const runs = {
    may: [{ field: "text", keys: Float64Array.of(4, 8, 12), weights: Float64Array.of(1, 1, 1) }],
    theresa: [{ field: "text", keys: Float64Array.of(4, 8), weights: Float64Array.of(1, 1) }],
    custody: [{ field: "text", keys: Float64Array.of(4, 16), weights: Float64Array.of(1, 90) }],
  };
  const clauses = Object.keys(runs).map((term) =>
    ({ term, fields: ["text"], boost: 1, presence: 1, usePipeline: true, wildcard: 0, wanted: true }));
  const { keys, scores } = scoreAll({ clauses, terms: Object.keys(runs).map((term) => [term]) }, (term) => runs[term]);
  const order = [...keys].sort((a, b) => scores[keys.indexOf(b)] - scores[keys.indexOf(a)]);
  assert.deepEqual(order, [4, 8]);
});
