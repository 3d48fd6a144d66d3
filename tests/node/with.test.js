import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./dom.js";

/** Of the two names both in one file. */
const FILE = {
  stories: [["stories/new/", "New", "May 3, 2016", "Wire"], ["stories/hers/", "Hers", "", ""], ["stories/old/", "Old", "May 1, 2016", ""]],
  dates: [[2, "t-1", "2014-01-01", "2014", "It fell in 2014."], [1, "t-2", "2013-01-01", "2013", "Alone."], [0, "t-3", "1999-01-01", "1999", "Since 1999."]],
  names: {
    "person:ann-lee": {
      name: "Ann Lee", url: "people/ann-lee/", stories: [0, 1, 2], dates: [0, 1],
      said: [[0, "q-1", "The pier is <b>ours</b>"], [1, "q-2", "No taxes on piers"], [2, "q-3", "It was taxed"]],
      beside: [["person:bo-hart", "Bo Hart", 2]],
    },
    "person:bo-hart": {
      name: "Bo Hart", url: "people/bo-hart/", stories: [0, 2], dates: [0, 2],
      said: [[2, "q-9", "Nobody owns a pier"]],
      beside: [["person:ann-lee", "Ann Lee", 2]],
    },
  },
};
const ANN = {
  name: "Ann Lee", url: "people/ann-lee/",
  stories: [["stories/new/", "New", "May 3, 2016", "Wire"], ["stories/hers/", "Hers", "", ""], ["stories/old/", "Old", "May 1, 2016", ""]],
  said: [[0, "q-1", "The pier is <b>ours</b>"], [1, "q-2", "No taxes on piers"], [2, "q-3", "It was taxed"]],
  dates: [[2, "t-1", "2014-01-01", "2014", "It fell in 2014."], [1, "t-2", "2013-01-01", "2013", "Alone."]],
  beside: [["person:bo-hart", "Bo Hart", 2]],
};
const BO = {
  name: "Bo Hart", url: "people/bo-hart/",
  stories: [["stories/new/", "New", "May 3, 2016", "Wire"], ["stories/old/", "Old", "May 1, 2016", ""]],
  said: [[1, "q-9", "Nobody owns a pier"]],
  dates: [[1, "t-1", "2014-01-01", "2014", "It fell in 2014."], [0, "t-3", "1999-01-01", "1999", "Since 1999."]],
  beside: [["person:ann-lee", "Ann Lee", 2]],
};
const document = page(`<main><h1>Names</h1><div id="beside" data-root="../" data-files="1" data-and="and" data-unknown="unknown" data-offline="offline" data-story="in the story">
<form><input name="a"><input name="b"><datalist></datalist></form><div class="shown"></div></div></main>`);
globalThis.location = /** @type {any} */ ({ search: "" });
globalThis.fetch = /** @type {any} */ (async () => ({ ok: true, json: async () => FILE }));
const { fileNumber, nameIn, idsOf, saidWith, inCommon, datesOf, fill } = await import("../../theme/static/js/with.js");
const place = document.querySelector("#beside");

/** @param {string} search */
async function show(search) {
  location.search = search;
  await fill(place);
  return [...place.querySelectorAll(".shown li")].map((row) => row.textContent);
}

test("a name is in the file that the digest put it in", () => {
  const ids = ["person:ann-lee", "place:sel", "person:zoë", ""];
  assert.deepEqual(ids.map((id) => fileNumber(id, 64)), [26, 42, 15, 5]);
});

test("a name has its own stories and dates of a file's", () => {
  assert.deepEqual(nameIn(FILE, "person:ann-lee"), ANN);
  assert.deepEqual(nameIn(FILE, "person:bo-hart"), BO);
  assert.equal(nameIn(FILE, "toString"), null);
});

test("stories in common are told newest first, and their dates once and in order", () => {
  assert.deepEqual(inCommon(ANN, BO), [[0, 0], [2, 1]]);
  assert.deepEqual(datesOf(ANN, BO).map(({ dated }) => dated[3]), ["1999", "2014"]);
});

test("what begins with a capital may be a name, what does not is a word", () => {
  assert.deepEqual(idsOf("Zoë O’Brien").slice(0, 2), ["person:zoe-obrien", "org:zoe-obrien"]);
  assert.deepEqual(idsOf("person:zoë"), ["person:zoë"]);
  assert.deepEqual(idsOf("tax"), []);
});

test("words are found by their beginnings, without accents and case", () => {
  assert.deepEqual(saidWith(ANN, "TAX").map(([at]) => at), [1, 2]);
  assert.deepEqual(saidWith(ANN, "tax pier").map(([at]) => at), [1]);
  assert.deepEqual(saidWith(ANN, "?"), []);
});

test("two names stand beside each other, and text is text", async () => {
  const rows = await show("?a=person:ann-lee&b=person:bo-hart");
  assert.ok(rows[0].includes("The pier is <b>ours</b>"));
  assert.ok(!rows.some((row) => row.includes("No taxes")));
  assert.equal(place.querySelector(".shown h2").textContent, "Ann Lee and Bo Hart");
  assert.deepEqual([...place.querySelectorAll(".pair > li")].length, 2);
});

test("what is typed is a name that stands beside, or else a word", async () => {
  await show("?a=person:ann-lee&b=bo hart");
  assert.equal(place.querySelector(".shown h2").textContent, "Ann Lee and Bo Hart");
  const rows = await show("?a=person:ann-lee&b=tax");
  assert.equal(rows.filter((row) => row.includes("No taxes on piers")).length > 0, true);
  assert.equal(place.querySelector(".shown h2").textContent, "Ann Lee");
});

test("a name can be typed, wherever it stands", async () => {
  await show("?a=ann lee&b=Bo Hart");
  assert.equal(place.querySelector(".shown h2").textContent, "Ann Lee and Bo Hart");
  assert.deepEqual([...place.querySelectorAll("input")].map((input) => input.value), ["Ann Lee", "Bo Hart"]);
  await show("?a=Ann Lee&b=Pier");
  assert.equal(place.querySelectorAll(".said").length, 2, "no name, so a word");
});

test("a name that is not there, and a file that does not come, are told", async () => {
  await show("?a=person:nobody");
  assert.equal(place.querySelector(".shown").textContent, "unknown");
  globalThis.fetch = /** @type {any} */ (async () => ({ ok: false, status: 404 }));
  await show("?a=person:ann-lee");
  assert.equal(place.querySelector(".shown").textContent, "offline");
});
