// The ways to narrow a search: kinds, filters with counts, names.

import { entityAddress } from "./addresses.js";
import { el } from "./elements.js";
import { FACETS } from "./state.js";
import { number, say } from "./strings.js";

const KINDS = { story: "stories", name: "names", quotation: "quotations", event: "events" };
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
  const rows = [["", say("all"), all], ...Object.keys(KINDS).map((k) => [k, say(KINDS[k]), counts[k]])];
  return rows.filter(([kind, , count]) => count || (chosen && (!kind || kind === chosen))).map(([kind, label, count]) =>
    el("button", { type: "button", "aria-pressed": String(kind === chosen), "data-value": kind || "all", onclick: () => choose(kind) },
      label, ...counted(count, exact)));
}

const counted = (count, exact) => (exact ? [" ", el("span", { class: "count" }, number(count))] : []);

/**
 * @param {Record<string, {value: string, label: string, count: number}[]>} counts
 * @param {Record<string, string>} chosen
 * @param {(facet: string, value: string) => void} choose an empty value lets all through
 * @param {boolean} exact whether the counts are those of the results
 */
export function facetLists(counts, chosen, choose, exact) {
  return FACETS.filter((facet) => counts[facet]?.length || chosen[facet])
    .map((facet) => facetList(facet, counts[facet] ?? [], chosen[facet] ?? "", choose, exact));
}

function facetList(facet, values, chosen, choose, exact) {
  const order = facet === "year" ? values : values.toSorted((a, b) => b.count - a.count);
  const list = el("ul", {});
  const put = (rows) => list.replaceChildren(...rows.map((row) => el("li", {}, valueButton(row, chosen === row.value, facet, choose, exact))));
  const here = order.filter(({ value }) => value === chosen);
  if (chosen && !here.length) here.push({ value: chosen, label: chosen, count: 0 });
  const rest = order.filter(({ value }) => value !== chosen);
  put([...here, ...rest.slice(0, SHOWN)]);
  const showAll = () => {
    put([...here, ...rest]);
    more.remove();
    list.children[here.length + SHOWN].querySelector("button").focus();
  };
  const more = el("button", { type: "button", class: "more", onclick: showAll }, say("moreValues"));
  return el("section", { class: "facet" }, el("h2", {}, say(TITLES[facet])), list, rest.length > SHOWN ? more : null);
}

function valueButton({ value, label, count }, pressed, facet, choose, exact) {
  const attributes = {
    type: "button", "aria-pressed": String(pressed), "data-value": `${facet} ${value}`,
    onclick: () => choose(facet, pressed ? "" : value),
  };
  if (pressed) attributes.title = say("remove");
  return el("button", attributes, label, ...counted(count, exact));
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
