// What is searched, as the address of the results page says it: links, back and history just work.

export const FACETS = ["person", "place", "org", "speaker", "source", "year"];

/**
 * @typedef {object} State
 * @property {string} q
 * @property {boolean} any
 * @property {boolean} verbatim typing errors are left as they are
 * @property {boolean} advanced
 * @property {string} kind
 * @property {"relevance" | "date"} sort
 * @property {Record<string, string>} filters
 */

/**
 * @param {string} search a query string
 * @returns {State}
 */
export function readState(search) {
  const given = new URLSearchParams(search);
  const filters = FACETS.map((facet) => [facet, given.get(facet) ?? ""]).filter(([, value]) => value);
  return {
    q: given.get("q") ?? "",
    any: given.get("any") === "1",
    verbatim: given.get("verbatim") === "1",
    advanced: given.get("advanced") === "1",
    kind: given.get("kind") ?? "",
    sort: given.get("sort") === "date" ? "date" : "relevance",
    filters: Object.fromEntries(filters),
  };
}

/** @param {State} state */
export function writeState({ q, any, verbatim, advanced, kind, sort, filters }) {
  const given = new URLSearchParams();
  if (q) given.set("q", q);
  if (any) given.set("any", "1");
  if (verbatim) given.set("verbatim", "1");
  if (advanced) given.set("advanced", "1");
  if (kind) given.set("kind", kind);
  if (sort === "date") given.set("sort", sort);
  for (const facet of FACETS) if (filters[facet]) given.set(facet, filters[facet]);
  return given.size ? `?${given}` : location.pathname;
}
