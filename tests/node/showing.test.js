import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./dom.js";

page("");
const { hintsOf } = await import("../../theme/static/js/search/hints.js");
const { Listbox } = await import("../../theme/static/js/search/listbox.js");
const { chips, facetLists, kindButtons } = await import("../../theme/static/js/search/narrowing.js");
globalThis.location = { pathname: "/search/" };

test("kinds without results are left out, but for the one that was chosen", () => {
  const counts = { story: 2, name: 0, quotation: 1, event: 0 };
  const texts = (chosen) => kindButtons(counts, chosen, () => {}, true).map((b) => b.textContent);
  assert.deepEqual(texts(""), ["All 3", "Stories 2", "Quotations 1"]);
  assert.deepEqual(texts("name"), ["All 3", "Stories 2", "Names 0", "Quotations 1"]);
});

test("a filter shows its commonest values, the chosen one first, and takes it off when pressed", () => {
  const values = Array.from({ length: 12 }, (_, n) => ({ value: `v${n}`, label: `Value ${n}`, count: n + 1 }));
  const chosen = [];
  const [section] = facetLists({ person: values }, { person: "v0" }, (...what) => chosen.push(what), true);
  const buttons = [...section.querySelectorAll("li button")];
  assert.equal(buttons.length, 9);
  assert.deepEqual(buttons.slice(0, 2).map((b) => b.textContent), ["Value 0 1", "Value 11 12"]);
  assert.equal(buttons[0].getAttribute("aria-pressed"), "true");
  buttons[0].click();
  buttons[1].click();
  assert.deepEqual(chosen, [["person", ""], ["person", "v11"]]);
});

test("a search that found nothing offers any of the words", () => {
  const changes = [];
  const answer = { total: 0, kinds: {}, items: [], next: 0, more: false, phrases: false };
  const state = { q: "blair custody", any: false, advanced: false, kind: "", sort: "relevance", filters: {} };
  const [hint, ...others] = hintsOf(answer, state, (change) => changes.push(change));
  assert.deepEqual(others, []);
  hint.querySelector("button").click();
  assert.deepEqual(changes, [{ any: true }]);
  assert.deepEqual(hintsOf(answer, { ...state, q: "blair" }, () => {}), []);
});

test("what was corrected is said, and what was typed is one click away", () => {
  const changes = [];
  const answer = { total: 3, kinds: {}, items: [], next: 3, more: false, phrases: false, meant: "greenspan" };
  const state = { q: "greenspn", any: false, verbatim: false, advanced: false, kind: "", sort: "relevance", filters: {} };
  const [hint] = hintsOf(answer, state, (change) => changes.push(change));
  assert.equal(hint.textContent, "Results for greenspan. Search for “greenspn” as it was typed");
  hint.querySelector("a").click();
  assert.deepEqual(changes, [{ verbatim: true }]);
});

test("it is said how many hold all of the words", () => {
  const text = (whole) => hintsOf({ total: 9, kinds: {}, items: [], next: 5, more: true, phrases: false, whole },
    { q: "a b", filters: {} }, () => {})[0].textContent;
  assert.match(text(0), /^Nothing holds all/);
  assert.match(text(1), /^The first holds all/);
  assert.match(text(2), /^The first 2 hold all/);
});

test("filters that are on are chips that take themselves off", () => {
  const removed = [];
  const made = chips({ person: "Ann Lowe", year: "2005" }, (facets) => removed.push(facets));
  assert.deepEqual(made.map((chip) => chip.textContent), ["Person: Ann Lowe ×", "Year: 2005 ×", "remove all filters"]);
  for (const chip of made) chip.click();
  assert.deepEqual(removed, [["person"], ["year"], ["person", "year"]]);
  assert.equal(chips({ year: "2005" }, () => {}).length, 1);
});

test("the arrows go round the options, and none is active between last and first", () => {
  const document = page('<form><input name="q"></form>');
  const input = document.querySelector("input");
  const box = new Listbox(input, "All");
  const rows = ["a", "b"].map((text) => {
    const row = document.createElement("li");
    row.setAttribute("role", "option");
    row.textContent = text;
    row.scrollIntoView = () => {};
    return row;
  });
  document.querySelector("form").append(box.list);
  box.show(rows);
  const press = (key) => input.dispatchEvent(Object.assign(new document.defaultView.Event("keydown"), { key }));
  const active = () => input.getAttribute("aria-activedescendant");
  press("ArrowDown");
  assert.equal(active(), "search-option-0");
  press("ArrowDown");
  assert.equal(active(), "search-option-1");
  press("ArrowDown");
  assert.equal(active(), null);
  press("ArrowUp");
  assert.equal(active(), "search-option-1");
  press("Escape");
  assert.equal(input.getAttribute("aria-expanded"), "false");
  assert.equal(active(), null);
});
