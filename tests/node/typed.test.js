import assert from "node:assert/strict";
import { test } from "node:test";
import { clausesOf } from "../../theme/static/js/search/clauses.js";
import { takeApart } from "../../theme/static/js/search/typed.js";

const words = (text) => [...text.toLowerCase().matchAll(/[\w’']+/g)].map(([word]) => ({ word }));
const apart = (text, typing = false) => takeApart(text, words, typing);

test("a line is words, phrases and what must not stand there", () => {
  const typed = apart('budget "interest rates" -tax -"price rise" "Bank"');
  assert.deepEqual(typed.words, ["budget"]);
  assert.deepEqual(typed.phrases, [["interest", "rates"]]);
  assert.deepEqual(typed.exact, ["bank"]);
  assert.deepEqual(typed.not, ["tax"]);
  assert.deepEqual(typed.without, [["price", "rise"]]);
});

test("a mark that is not closed begins no phrase", () => {
  assert.deepEqual(apart('say "out of control').phrases, []);
  assert.deepEqual(apart('say "out of control').words, ["say", "out", "of", "control"]);
});

test("a hyphen inside a word takes nothing away", () => {
  assert.deepEqual(apart("co-op").not, []);
  assert.deepEqual(apart("“long”-awaited").not, []);
});

test("a word is counted once, and the last may still go on", () => {
  assert.deepEqual(apart("rates and rates").words, ["rates", "and"]);
  assert.equal(apart("interest ra", true).last, "ra");
  assert.equal(apart("interest ra ", true).last, "");
  assert.equal(apart("1,0", true).last, "10");
});

test("each word is wanted, its own form more than others", () => {
  const clauses = clausesOf(apart("rising prices"), {});
  assert.deepEqual(clauses.map(({ term, presence, boost }) => [term, presence, boost]),
    [["rising", 2, 1], ["rising", 1, 3], ["prices", 2, 1], ["prices", 1, 3]]);
});

test("a word that is still typed stands for all that begin so", () => {
  const [begun] = clausesOf(apart("pri", true), {});
  assert.equal(begun.term, "pri*");
  assert.ok(begun.boost < 1);
  assert.equal(clausesOf(apart("pri", true), { complete: true })[0].term, "pri");
});

test("any of the words is enough where the reader says so", () => {
  assert.ok(clausesOf(apart("rising prices"), { any: true }).every(({ presence }) => presence === 1));
});

test("what must not stand there is prohibited", () => {
  assert.deepEqual(clausesOf(apart("-tax"), {}).map(({ term, presence }) => [term, presence]), [["tax", 3]]);
});

test("a word may be wanted in one place", () => {
  const typed = apart('by:blair source:"The Times" tax by:');
  assert.deepEqual(typed.fielded, [
    { field: "by", word: "blair" }, { field: "about", word: "the" }, { field: "about", word: "times" },
  ]);
  assert.deepEqual(typed.words, ["tax", "by"]);
  assert.deepEqual(typed.phrases, []);
  const [, , by] = clausesOf(typed, {}).filter(({ fields }) => fields);
  assert.deepEqual([by.fields, by.presence], [["about"], 2]);
});

test("what looks like a field and is none is words", () => {
  assert.deepEqual(apart("re: talks at 10:30").fielded, []);
});

test("of most words none alone is required", () => {
  const clauses = clausesOf(apart("blair custody -tax"), { most: true });
  assert.deepEqual(clauses.filter(({ wanted }) => wanted).map(({ term }) => term), ["blair", "custody"]);
  assert.ok(clauses.every(({ presence }) => presence !== 2));
});
