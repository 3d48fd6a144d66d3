// The rows of the list under the box: names, documents, links, each an option of the listbox.

import { entityAddress } from "./addresses.js";
import { saysOf } from "./client.js";
import { el, marked } from "./elements.js";
import { addressOf } from "./result.js";
import { say, sayCount } from "./strings.js";

/**
 * An option that does something: the listbox owns the keys, the pointer only chooses.
 * @param {() => void} go
 * @param {string} kind
 * @param {...(Node | string)} children
 */
function option(go, kind, ...children) {
  const row = el("li", { role: "option", "aria-selected": "false", class: `option-${kind}`, onclick: go }, ...children);
  row.addEventListener("mousedown", (event) => event.preventDefault());
  return row;
}

/** @param {string} href */
const to = (href) => () => location.assign(href);

/** @param {import("./names.js").Suggestion} suggestion @param {string} root */
export function nameOption({ name, id, stories }, root) {
  const kind = id.slice(0, id.indexOf(":"));
  return option(to(entityAddress(id, root)), "name", el("span", { class: "option-title" }, name),
    el("span", { class: "option-meta" }, `${say(kind)} · ${sayCount("inStories", stories)}`));
}

/** @param {import("./search.js").Item} item @param {string} root */
export function documentOption(item, root) {
  const short = item.kind === "story" || item.kind === "name" ? item.heading : item.passage;
  const facts = [say(item.nameKind ?? item.kind), item.speaker, item.when];
  return option(to(addressOf(item, root)), item.kind, el("span", { class: "option-title" }, ...marked(short)),
    el("span", { class: "option-meta" }, facts.filter(Boolean).join(" · ")));
}

/** @param {string} text @param {string} href */
export function linkOption(text, href) {
  return option(to(href), "all", text);
}

/** @param {unknown} error @param {() => void} again */
export function retryOption(error, again) {
  return option(again, "failed", `${saysOf(error)} ${say("retry")}`);
}
