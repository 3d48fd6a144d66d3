// Marks the words that were searched for in the story that a result opened, until they are put away.

import { el } from "./elements.js";
import { say } from "./strings.js";
import { wordFinder } from "./words.js";

/** @param {string} base the address of the folder `search/` */
export default async function markWords(base) {
  const address = new URL(location.href);
  const wanted = new Set((address.searchParams.get("mark") ?? "").slice(0, 400).split(" ").filter(Boolean));
  const text = document.querySelector("main");
  if (!wanted.size || !text || !base) return;
  const manifest = await (await fetch(new URL("index.json", base))).json();
  const marks = markIn(text, wanted, wordFinder(manifest.words));
  if (!marks.length) return;
  const words = differing(marks.map((mark) => mark.textContent ?? "")).slice(0, 6).join(", ");
  const away = el("button", { type: "button", onclick: () => { unmark(marks); line.remove(); forget(address); } }, say("unmark"));
  const line = el("p", { class: "search-marks", role: "status" }, `${say("marks", { words })} `, away);
  text.prepend(line);
  if (!location.hash) marks[0].scrollIntoView({ block: "center" });
}

/** Words that differ in more than their case, each as it stands first. @param {string[]} words */
function differing(words) {
  const first = new Map();
  for (const word of words) if (!first.has(word.toLowerCase())) first.set(word.toLowerCase(), word);
  return [...first.values()];
}

/**
 * @param {Element} root
 * @param {Set<string>} wanted
 * @param {(text: string) => import("./words.js").Found[]} words
 */
function markIn(root, wanted, words) {
  /** @type {Text[]} */
  const nodes = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest("script, style, svg")) nodes.push(/** @type {Text} */ (node));
  }
  return nodes.flatMap((node) => markNode(node, words(node.data).filter((found) => wanted.has(found.word))));
}

/** @param {Text} node @param {import("./words.js").Found[]} found */
function markNode(node, found) {
  /** @type {HTMLElement[]} */
  const marks = [];
  let rest = node;
  let gone = 0;
  for (const { start, end } of found) {
    const middle = rest.splitText(start - gone);
    rest = middle.splitText(end - start);
    gone = end;
    const mark = el("mark", { class: "found" });
    middle.replaceWith(mark);
    mark.append(middle);
    marks.push(mark);
  }
  return marks;
}

/** @param {HTMLElement[]} marks */
function unmark(marks) {
  for (const mark of marks) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** @param {URL} address */
function forget(address) {
  address.searchParams.delete("mark");
  history.replaceState(null, "", address);
}
