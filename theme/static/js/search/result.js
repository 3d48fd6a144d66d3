// One result as a list item, on the results page.

import { el, marked } from "./elements.js";
import { say, sayCount } from "./strings.js";

/** @typedef {import("./search.js").Item} Item */

/** @type {Record<string, string>} */
const FIELDS = { names: "namesField", event: "inEvent" };

/**
 * A result's address, with the words to mark in the story that it opens.
 * @param {Item} item
 * @param {string} root
 */
export function addressOf(item, root) {
  const address = new URL(item.url, root);
  const words = item.why.map(({ word }) => word).slice(0, 12);
  if (item.kind !== "name" && words.length) address.searchParams.set("mark", words.join(" "));
  return address.href;
}

/**
 * @param {Item} item
 * @param {string} root the address of the site
 */
export function resultItem(item, root) {
  const href = addressOf(item, item.root ?? root);
  return el("li", { class: `result result-${item.kind}` },
    el("p", { class: "result-kind" }, say(item.nameKind ?? item.kind)),
    el("h2", { dir: "auto" }, el("a", { href }, ...headingOf(item))),
    passageOf(item),
    metaOf(item));
}

/** @param {Item} item */
function headingOf(item) {
  if ((item.kind === "quotation" || item.kind === "statement") && item.speaker) return [`${item.speaker}`];
  return item.kind === "event" ? [item.when] : marked(item.heading);
}

/** @param {Item} item */
function passageOf(item) {
  if (!item.passage.length) return null;
  return el(item.kind === "quotation" ? "blockquote" : "p", { class: "passage", dir: "auto" }, ...marked(item.passage));
}

/** @param {Item} item */
function metaOf(item) {
  const facts = item.kind === "name"
    ? [sayCount("inStories", item.stories ?? 0)]
    : [item.kind === "story" ? "" : item.title, item.kind === "event" ? "" : item.when, item.source];
  return el("p", { class: "result-meta" }, [...facts, item.archive].filter(Boolean).join(" · "), ...elsewhere(item), whyOf(item));
}

/** The other digests that have the same name. @param {Item} item */
const elsewhere = ({ elsewhere: others = [] }) =>
  others.flatMap(({ name, root, url }) => [" · ", el("a", { href: new URL(url, root).href }, name || say("here"))]);

/** @param {string} kind @param {string} field */
const fieldOf = (kind, field) => {
  if (kind === "name" && field === "title") return "nameField";
  return kind === "statement" && field === "quote" ? "text" : FIELDS[field] ?? field;
};

/** The reason for a match: in what of it the words were found. @param {Item} item */
function whyOf({ why, kind }) {
  const fields = new Set(why.flatMap((one) => one.fields.map((field) => say(fieldOf(kind, field)))));
  return fields.size ? el("span", { class: "why" }, say("found", { fields: [...fields].join(", ") })) : null;
}
