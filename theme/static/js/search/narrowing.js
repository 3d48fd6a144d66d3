// The ways to narrow a search: kinds, filters with counts, names.

import { entityAddress } from "./addresses.js";
import { el } from "./elements.js";
import { FACETS } from "./state.js";
import { number, say } from "./strings.js";

/** @typedef {import("./filters.js").Counted} Counted */

/** @type {Record<string, string>} */
const KINDS = { story: "stories", name: "names", quotation: "quotations", statement: "statements", event: "events" };
/** @type {Record<string, string>} */
const TITLES = {
  person: "people", place: "places", org: "orgs", speaker: "speakers", source: "sources", year: "years",
};
const SHOWN = 8;

/**
 * @param {Record<string, number>} counts
 * @param {string} chosen
 * @param {(kind: string) => void} choose
 * @param {boolean} exact whether the counts are those of the results
 */
export function kindButtons(counts, chosen, choose, exact) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  /** @type {[kind: string, label: string, count: number][]} */
  const rows = [["", say("all"), all]];
  for (const kind of Object.keys(KINDS)) rows.push([kind, say(KINDS[kind]), counts[kind]]);
  return rows.filter(([kind, , count]) => count || (chosen && (!kind || kind === chosen))).map(([kind, label, count]) =>
    el("button", { type: "button", "aria-pressed": String(kind === chosen), "data-value": kind || "all", onclick: () => choose(kind) },
      label, ...counted(count, exact)));
}

/** @param {number} count @param {boolean} exact */
const counted = (count, exact) => (exact ? [" ", el("span", { class: "count" }, number(count))] : []);

/**
 * @param {Record<string, Counted[]>} counts
 * @param {Record<string, string>} chosen
 * @param {(facet: string, value: string) => void} choose an empty value lets all through
 * @param {boolean} exact whether the counts are those of the results
 */
export function facetLists(counts, chosen, choose, exact) {
  return FACETS.filter((facet) => counts[facet]?.length || chosen[facet]).map((facet) => {
    /** @param {Counted} row @param {boolean} pressed */
    const button = (row, pressed) => valueButton(row, pressed, facet, choose, exact);
    return facetList(facet, counts[facet] ?? [], chosen[facet] ?? "", button);
  });
}

/**
 * @param {string} facet
 * @param {Counted[]} values
 * @param {string} chosen
 * @param {(row: Counted, pressed: boolean) => HTMLElement} button
 */
function facetList(facet, values, chosen, button) {
  const order = facet === "year" ? values : values.toSorted((a, b) => b.count - a.count);
  const list = el("ul", {});
  /** @param {Counted[]} rows */
  const put = (rows) => list.replaceChildren(...rows.map((row) => el("li", {}, button(row, chosen === row.value))));
  const here = order.filter(({ value }) => value === chosen);
  if (chosen && !here.length) here.push({ value: chosen, label: chosen, count: 0 });
  const rest = order.filter(({ value }) => value !== chosen);
  put([...here, ...rest.slice(0, SHOWN)]);
  const showAll = () => {
    put([...here, ...rest]);
    more.remove();
    list.children[here.length + SHOWN].querySelector("button")?.focus();
  };
  const more = el("button", { type: "button", class: "more", onclick: showAll }, say("moreValues"));
  return el("section", { class: "facet" }, el("h2", {}, say(TITLES[facet])), list, rest.length > SHOWN ? more : null);
}

/**
 * @param {Counted} row
 * @param {boolean} pressed
 * @param {string} facet
 * @param {(facet: string, value: string) => void} choose
 * @param {boolean} exact
 */
function valueButton({ value, label, count }, pressed, facet, choose, exact) {
  /** @type {Record<string, string | EventListener>} */
  const attributes = {
    type: "button", "aria-pressed": String(pressed), "data-value": `${facet} ${value}`,
    onclick: () => choose(facet, pressed ? "" : value),
  };
  if (pressed) attributes.title = say("remove");
  return el("button", attributes, label, ...counted(count, exact));
}

/**
 * The filters that are on, each a button that takes it off; of several one more, for all.
 * @param {Record<string, string>} labels facet to what its value is called
 * @param {(filters: string[]) => void} remove facets
 */
export function chips(labels, remove) {
  const facets = Object.keys(labels);
  const buttons = facets.map((facet) =>
    el("button", { type: "button", class: "chip", "data-value": facet, title: say("remove"), onclick: () => remove([facet]) },
      el("span", { class: "chip-kind" }, `${say(facet)}: `), labels[facet], el("span", { "aria-hidden": "true" }, " ×")));
  if (facets.length < 2) return buttons;
  return [...buttons, el("button", { type: "button", class: "chip", "data-value": "all", onclick: () => remove(facets) }, say("removeAll"))];
}

/**
 * @param {HTMLElement} place
 * @param {import("./names.js").Suggestion[]} names
 * @param {string} root
 */
export function showNames(place, names, root) {
  const links = names.map(({ name, id }) => el("li", {}, el("a", { href: entityAddress(id, root) }, name)));
  place.replaceChildren(...(links.length ? [el("ul", { "aria-label": say("names") }, ...links)] : []));
}
