import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { page } from "./dom.js";

/** @returns {Storage} */
function storage() {
  const held = new Map();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => held.set(key, value), removeItem: (key) => held.delete(key) };
}

const SITE = new URL("../../theme/", import.meta.url).href;
const NAME = `<h1>Ann Lee</h1><button class="follow" data-url="people/ann/" data-kind="person"
  data-following="Following">Follow</button><ul class="story-rows">`;
let times = 0;

/** Open a page: each time its script runs anew. @param {string} body @param {string} script @param {string} at */
async function open(body, script, at = "") {
  const document = page(body);
  globalThis.location = { href: SITE + at };
  await import(`../../theme/static/js/${script}?${(times += 1)}`);
  return document;
}

/** @param {...[string, string]} stories address and day of entry */
const front = (...stories) => open(
  `<p id="since" data-new="new" data-since="{} new since your last visit"></p>
   <section id="followed" hidden data-new="{} new"><ul></ul></section>
   ${stories.map(([url, day]) => `<li data-entered="${day}"><a class="headline" href="${url}">${url}</a></li>`).join("")}`,
  "returning.js");
const marked = (document) => [...document.querySelectorAll(".is-new a")].map((link) => link.getAttribute("href"));

beforeEach(() => {
  globalThis.localStorage = storage();
  globalThis.sessionStorage = storage();
});

test("what entered since the last visit is marked until this visit ends", async () => {
  assert.deepEqual(marked(await front(["a/", "2018-09-01"], ["b/", "2018-09-02"])), [], "a first visit has no last one");
  globalThis.sessionStorage = storage();
  const stories = /** @type {[string, string][]} */ ([["c/", "2018-09-02"], ["d/", "2018-09-03"], ["b/", "2018-09-02"], ["a/", "2018-09-01"], ["old/", "2018-08-01"]]);
  for (const again of [1, 2]) {
    const document = await front(...stories);
    assert.deepEqual(marked(document), ["c/", "d/"], `time ${again} in this visit`);
    assert.equal(document.getElementById("since").textContent, "2 new since your last visit");
  }
  globalThis.sessionStorage = storage();
  assert.deepEqual(marked(await front(...stories)), []);
});

test("a name is followed and no longer, and the front page tells what is new of it", async () => {
  const address = "people/ann/";
  const rows = (...urls) => `${urls.map((url) => `<li><a class="headline" href="../../${url}">${url}</a></li>`).join("")}</ul>`;
  const document = await open(NAME + rows("stories/a/"), "following.js", address);
  const button = document.querySelector("button");
  assert.deepEqual([button.textContent, button.getAttribute("aria-pressed")], ["Follow", "false"]);
  button.click();
  assert.deepEqual([button.textContent, button.getAttribute("aria-pressed")], ["Following", "true"]);

  globalThis.DOMParser = class { parseFromString(text) { return page(text); } };
  globalThis.fetch = async () => ({ ok: true, text: async () => NAME + rows("stories/b/", "stories/a/") });
  const home = await front(["stories/b/", "2018-09-02"]);
  await new Promise(setImmediate);
  const section = home.getElementById("followed");
  assert.equal(section.hidden, false);
  assert.equal(section.textContent.trim().replace(/\s+/g, " "), "Ann Lee 1 new stories/b/");

  const again = await open(NAME + rows("stories/b/", "stories/a/"), "following.js", address);
  const seen = await front(["stories/b/", "2018-09-02"]);
  await new Promise(setImmediate);
  assert.equal(seen.getElementById("followed").textContent.trim().replace(/\s+/g, " "), "Ann Lee stories/b/");
  again.querySelector("button").click();
  assert.equal((await front(["stories/b/", "2018-09-02"])).getElementById("followed").hidden, true);
});

test("what is kept by somebody else, or broken, is nothing", async () => {
  for (const broken of ["{", "3", '{"entered": 4}', '[null, {"url": 3}]']) {
    localStorage.getItem = () => broken;
    assert.deepEqual(marked(await front(["a/", "2018-09-01"])), []);
  }
});
