import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./dom.js";

const document = page(`<main><form class="narrow"><input name="q"><span class="narrowed" data-none="None here"></span></form>
<section class="letter"><ul class="rows"><li>Blair, Tony <span>prime minister</span></li><li>Brown, Gordon</li></ul></section>
<section class="letter"><ul class="rows"><li>Élysée, Zoë</li></ul></section></main>`);
await import("../../theme/static/js/narrow.js");
const input = document.querySelector("input");
const shown = () => [...document.querySelectorAll("li:not([hidden])")].map((row) => row.textContent);

/** @param {string} text */
function type(text) {
  input.value = text;
  input.dispatchEvent(new document.defaultView.Event("input"));
}

test("rows that hold none of the words go away, and come back", () => {
  type("minister bl");
  assert.deepEqual(shown(), ["Blair, Tony prime minister"]);
  assert.equal(document.querySelector(".narrowed").textContent, "1");
  assert.ok(document.querySelectorAll(".letter")[1].hidden);
  type("elysee");
  assert.deepEqual(shown(), ["Élysée, Zoë"]);
  type("zzz");
  assert.deepEqual(shown(), []);
  assert.equal(document.querySelector(".narrowed").textContent, "None here");
  type("");
  assert.equal(shown().length, 3);
});
