import assert from "node:assert/strict";
import { test } from "node:test";
import { readState, writeState } from "../../theme/static/js/search/state.js";

globalThis.location = { pathname: "/search/" };

test("an address gives back what was written into it", () => {
  const state = {
    q: "peace talks & more", any: true, verbatim: true, advanced: false, kind: "quotation", sort: "date",
    filters: { person: "person:ann-lowe", year: "2018" },
  };
  assert.deepEqual(readState(writeState(state)), state);
});

test("what is usual does not stand in the address", () => {
  const usual = readState("");
  assert.deepEqual(usual, { q: "", any: false, verbatim: false, advanced: false, kind: "", sort: "relevance", filters: {} });
  assert.equal(writeState(usual), "/search/");
});

test("unknown filters and orders are left out", () => {
  const { filters, sort } = readState("?colour=red&sort=size&place=place:leeds");
  assert.deepEqual(filters, { place: "place:leeds" });
  assert.equal(sort, "relevance");
});
