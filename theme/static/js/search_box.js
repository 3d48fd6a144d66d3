// All of the search that a page loads before its reader turns to it.

import { kept } from "./keeping.js";

/** @type {HTMLFormElement | null} */
const form = document.querySelector("form.search-box");
/** @type {HTMLInputElement | null | undefined} */
const input = form?.querySelector("input[name=q]");

/** @param {string} path @param {...unknown} rest */
const load = (path, ...rest) => import(path).then((module) => module.default(...rest)).catch(() => {});

document.addEventListener("keydown", (event) => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey || !input || kept("gloss-key") === "off") return;
  if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  input.focus();
  input.select();
});

if (document.querySelector("#search-results")) load("./search/results.js", form, input);
else input?.addEventListener("focus", () => load("./search/combobox.js", form, input), { once: true });

if (new URLSearchParams(location.search).has("mark")) load("./search/mark.js", form?.action);
