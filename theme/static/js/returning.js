// The front page for whoever comes back: which stories are new since the last visit, and those of followed names.
import { follows, keyOf, site, storiesOn } from "./follows.js";
import { keep, kept } from "./keeping.js";

/** @typedef {{ entered: string, stories: string[] }} Visit the newest day of entry that was seen, and its stories */

/** @returns {Visit | null} */
function lastVisit() {
  try {
    const found = JSON.parse(sessionStorage.getItem(keyOf("visit")) || kept(keyOf("visit")) || "null");
    return typeof found?.entered === "string" && Array.isArray(found.stories) ? found : null;
  } catch {
    return null;
  }
}

/** The stories on the page by their address, with the day on which they entered the digest. */
function storiesHere() {
  /** @type {Map<string, { entered: string, place: HTMLElement }>} */
  const found = new Map();
  for (const place of document.querySelectorAll("[data-entered]")) {
    const url = place.querySelector("a.headline")?.getAttribute("href");
    if (url && place instanceof HTMLElement) found.set(url, { entered: place.dataset.entered ?? "", place });
  }
  return found;
}

/** Mark what is new since the last visit, and note what there is now. The marks last until the visit ends. */
export function tellNew() {
  const said = document.getElementById("since");
  const here = storiesHere();
  if (!said || !here.size) return;
  const last = lastVisit();
  let count = 0;
  for (const [url, { entered, place }] of here) {
    if (!last || entered < last.entered || last.stories.includes(url)) continue;
    place.classList.add("is-new");
    const mark = document.createElement("span");
    mark.className = "new-mark";
    mark.textContent = said.dataset.new ?? "";
    place.querySelector("a.headline")?.after(" ", mark);
    count += 1;
  }
  if (count) said.textContent = (said.dataset.since ?? "").replace("{}", String(count));
  noteVisit(last, here);
}

/** @param {Visit | null} last @param {ReturnType<typeof storiesHere>} here */
function noteVisit(last, here) {
  const entered = [...here.values()].reduce((newest, each) => (each.entered > newest ? each.entered : newest), "");
  const stories = [...here].filter(([, each]) => each.entered === entered).map(([url]) => url);
  const before = last?.entered === entered ? last.stories : [];
  try {
    if (!sessionStorage.getItem(keyOf("visit"))) sessionStorage.setItem(keyOf("visit"), JSON.stringify(last ?? { entered, stories }));
  } catch {
    // Storage is refused: the marks hold for this page.
  }
  keep(keyOf("visit"), JSON.stringify({ entered, stories: [...new Set([...before, ...stories])] }));
}

/** Show the followed names, each with its newest story, and how many are new on its page. */
export function showFollowed() {
  const section = document.getElementById("followed");
  const list = section?.querySelector("ul");
  const some = follows();
  if (!section || !list || !some.length) return;
  section.hidden = false;
  for (const { url, name, kind, seen } of some) {
    const row = list.appendChild(document.createElement("li"));
    const link = row.appendChild(document.createElement("a"));
    link.className = `term ${kind}`;
    link.href = new URL(url, site).href;
    link.textContent = name;
    addNewest(row, link.href, seen, section.dataset.new ?? "").catch(() => {}); // it has no page any more
  }
}

/** @param {HTMLElement} row @param {string} address @param {string[]} seen @param {string} words */
async function addNewest(row, address, seen, words) {
  const answer = await fetch(address);
  if (!answer.ok) return;
  const stories = storiesOn(new DOMParser().parseFromString(await answer.text(), "text/html"), address);
  const fresh = stories.filter(({ url }) => !seen.includes(url)).length;
  if (fresh) {
    const count = row.appendChild(document.createElement("span"));
    count.className = "new-mark";
    count.textContent = words.replace("{}", String(fresh));
    count.before(" ");
  }
  if (!stories.length) return;
  const newest = row.appendChild(document.createElement("a"));
  newest.className = "headline says";
  newest.href = new URL(stories[0].url, site).href;
  newest.textContent = stories[0].title;
  newest.before(" ");
}

tellNew();
showFollowed();
