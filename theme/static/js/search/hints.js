// What there is to say of a search beside its results, with what can be done about it.

import { el } from "./elements.js";
import { writeState } from "./state.js";
import { say, sayCount } from "./strings.js";

/**
 * @param {import("./search.js").Answer} answer
 * @param {import("./state.js").State} state what was searched
 * @param {(changes: Partial<import("./state.js").State>) => void} change search for something else
 * @returns {HTMLElement[]}
 */
export function hintsOf(answer, state, change) {
  const { meant, short, hint, whole, unreached = [] } = answer;
  return [
    meant ? el("p", {}, `${say("resultsFor")} `, el("strong", {}, meant), ". ", asTyped(state, change)) : null,
    whole === undefined ? null : el("p", {}, whole ? sayCount("wholeFirst", whole) : say("most")),
    short ? el("p", {}, say("short", { w: short })) : null,
    hint ? el("p", { class: "failed" }, say(hint.code, { says: hint.says ?? "" })) : null,
    unreached.length ? el("p", { class: "failed" }, say("unreached", { archives: unreached.join(", ") })) : null,
    anyWord(answer, state, change),
  ].filter((element) => element !== null);
}

/**
 * A link to what was typed, to the letter.
 * @param {import("./state.js").State} state
 * @param {(changes: Partial<import("./state.js").State>) => void} change
 */
function asTyped(state, change) {
  const link = el("a", { href: writeState({ ...state, verbatim: true }) }, say("asTyped", { q: state.q.trim() }));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    change({ verbatim: true });
  });
  return link;
}

/**
 * @param {import("./search.js").Answer} answer
 * @param {import("./state.js").State} state
 * @param {(changes: Partial<import("./state.js").State>) => void} change
 */
function anyWord({ total }, { any, q }, change) {
  if (total || any || !/\s/.test(q.trim())) return null;
  return el("p", {}, el("button", { type: "button", onclick: () => change({ any: true }) }, say("anyWord")));
}

/** A button that tries again. @param {() => void} again */
export function retryHint(again) {
  return el("p", { class: "failed" }, el("button", { type: "button", onclick: again }, say("retry")));
}
