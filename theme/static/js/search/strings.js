// What the search says: in English, or as the page's own block says it (partials/search_words.html).

/** @typedef {[like: number, form: string][]} Forms of a sentence with a number, each with a number like it */

export const ENGLISH = {
  story: "Story", name: "Name", quotation: "Quotation", statement: "Reported", event: "Event",
  stories: "Stories", names: "Names", quotations: "Quotations", statements: "Reported statements", events: "Events", all: "All",
  page: "Page", group: "Group", work: "Work",
  product: "Product", law: "Law", topic: "Topic",
  people: "People named", orgs: "Organisations named", places: "Places named",
  speakers: "Speakers", sources: "Sources", years: "Years",
  title: "headline", text: "text", quote: "quotation", inEvent: "date", nameField: "name", namesField: "names", about: "about",
  results: [[1, "{n} result"], [2, "{n} results"]], none: "Nothing found",
  inStories: [[1, "in {n} story"], [2, "in {n} stories"]],
  allResults: "All results for “{q}”", noResults: "Nothing found for “{q}”",
  resultsFor: "Results for", asTyped: "Search for “{q}” as it was typed",
  most: "Nothing holds all of these words; these hold most of them.",
  wholeFirst: [[1, "The first holds all of these words, the others most."], [2, "The first {n} hold all of these words, the others most."]],
  short: "Words beginning with “{w}” are too many: type one more letter.",
  broad: "That would match too many words: be more exact.", syntax: "This line cannot be read: {says}.",
  offline: "The search could not be loaded. Are you offline?", internal: "The search failed: {says}",
  retry: "Try again", more: "Show more", moreValues: "more", anyWord: "Search for any of the words instead",
  found: "found in {fields}", remove: "remove this filter", removeAll: "remove all filters",
  by: "speaker", published: "day of publication",
  person: "Person", org: "Organisation", place: "Place", speaker: "Speaker", source: "Source", year: "Year", marks: "Marked: {words}", unmark: "Remove the marks",
  unreached: "Could not be searched now: {archives}.", here: "this digest",
  soFar: "{results} so far; “Show more” looks further.",
};

const own = globalThis.document?.querySelector("#search-words");
/** @type {Record<string, any>} strings, and Forms where there is a number */
const words = { ...ENGLISH, ...(own ? JSON.parse(own.textContent) : {}) };
const language = globalThis.document?.documentElement.lang || "en";

/**
 * @param {string} key of a word or sentence
 * @param {Record<string, string | number>} [put] for the places in braces
 */
export function say(key, put = {}) {
  return fill(words[key] ?? key, put);
}

/**
 * How many there are: of the forms, the one whose own number the language counts alike.
 * @param {"results" | "inStories" | "wholeFirst"} key
 * @param {number} n
 */
export function sayCount(key, n) {
  const rules = new Intl.PluralRules(language);
  /** @type {Forms} */
  const forms = words[key];
  const like = forms.find(([number]) => rules.select(number) === rules.select(n)) ?? forms[forms.length - 1];
  return fill(like[1], { n: number(n) });
}

/** @param {number} n */
export const number = (n) => n.toLocaleString(language);

/** @param {string} text @param {Record<string, string | number>} put */
const fill = (text, put) => text.replace(/\{(\w+)\}/g, (_, name) => String(put[name] ?? ""));
