// What the search says. A theme in another language puts its own words in `#search-words` (JSON).

const ENGLISH = {
  story: "Story", name: "Name", quotation: "Quotation", event: "Event",
  stories: "Stories", names: "Names", quotations: "Quotations", events: "Events", all: "All",
  person: "Person", org: "Organisation", place: "Place", group: "Group", work: "Work",
  product: "Product", law: "Law", topic: "Topic",
  people: "People named", orgs: "Organisations named", places: "Places named",
  speakers: "Speakers", sources: "Sources", years: "Years",
  title: "headline", text: "text", quote: "quotation", inEvent: "date", namesField: "names", about: "about",
  one: "1 result", many: "{n} results", none: "Nothing found", atLeast: "at least {n} results",
  inStories: "in {n} stories", inOneStory: "in 1 story",
  allResults: "All results for “{q}”", noResults: "Nothing found for “{q}”",
  didYouMean: "Did you mean", short: "Words beginning with “{w}” are too many: type one more letter.",
  broad: "That would match too many words: be more exact.", syntax: "This line cannot be read: {says}.",
  offline: "The search could not be loaded. Are you offline?", internal: "The search failed: {says}",
  retry: "Try again", more: "Show more", moreValues: "more", searching: "Searching…",
  anyWord: "Search for any of the words instead", found: "found: ", remove: "remove this filter",
  marks: "Marked: {words}", unmark: "Remove the marks", checked: "Phrases checked so far in the best matches.",
};

const own = document.querySelector("#search-words");
const words = { ...ENGLISH, ...(own ? JSON.parse(own.textContent) : {}) };

/**
 * @param {keyof typeof ENGLISH} key
 * @param {Record<string, string | number>} [put] for the places in braces
 */
export function say(key, put = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(put[name] ?? ""));
}

/** @param {number} n */
export function sayCount(n, more = false) {
  if (!n) return say("none");
  const number = n.toLocaleString();
  return more ? say("atLeast", { n: number }) : n === 1 ? say("one") : say("many", { n: number });
}
