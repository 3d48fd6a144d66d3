/** The names that a reader follows: kept in this browser, for this site alone, and sent nowhere. */
import { keep, kept } from "./keeping.js";

/** Where the site stands on its host: one host may hold several. */
export const site = new URL("../../", import.meta.url).href;
/** @param {string} what */
export const keyOf = (what) => `gloss-${what} ${new URL(site).pathname}`;

/**
 * A name that is followed: its address from the root, how it is called, of which kind, and the stories
 * that its reader has seen on its page.
 * @typedef {{ url: string, name: string, kind: string, seen: string[] }} Follow
 */

/** @returns {Follow[]} in the order in which they were chosen */
export function follows() {
  try {
    const found = JSON.parse(kept(keyOf("follows")) || "[]");
    return Array.isArray(found) ? found.filter((each) => typeof each?.url === "string" && Array.isArray(each.seen)) : [];
  } catch {
    return []; // somebody else's, or broken: nothing is followed
  }
}

/** @param {Follow[]} some */
export function keepFollows(some) {
  keep(keyOf("follows"), some.length ? JSON.stringify(some) : "");
}

/**
 * The stories that a name's page lists, the newest first: addresses from the root, and headlines.
 * @param {Document} page
 * @param {string} address of the page
 */
export function storiesOn(page, address) {
  return [...page.querySelectorAll(".story-rows a.headline")].map((link) => ({
    url: new URL(link.getAttribute("href") ?? "", address).href.slice(site.length),
    title: (link.textContent ?? "").trim(),
  }));
}
