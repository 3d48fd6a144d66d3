// Two names beside each other, or a name and a word, from what gloss/formats/beside.py writes.
import { el } from "./search/elements.js";

/** @typedef {[url: string, title: string, day: string, source: string]} Story */
/** @typedef {[story: number, anchor: string, words: string]} Said */
/** @typedef {[story: number, anchor: string, order: string, day: string, sentence: string]} Dated */
/** @typedef {{name: string, url: string, stories: Story[], said: Said[], dates: Dated[], beside: [string, string, number][]}} Name */
/** Stories and dates by their numbers in the file.
 * @typedef {{name: string, url: string, stories: number[], said: Said[], dates: number[], beside: [string, string, number][]}} Numbered
 * @typedef {{stories: Story[], dates: Dated[], names: Record<string, Numbered>}} File */

const MOST = 40; // stories, and dates
const ID = /^[a-z]+:[^\s:]+$/;
// What a typed name may be the name of, the likeliest first.
const KINDS = ["person", "org", "place", "group", "event", "product", "work", "law"];

/** Which file a name is in: FNV-1a of 32 bits, as gloss/formats/beside.py has it. @param {string} id @param {number} files */
export function fileNumber(id, files) {
  let hashed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hashed = Math.imul(hashed ^ byte, 0x01000193) >>> 0;
  return hashed % files;
}

/** A name of a file with its own stories and dates. @param {File} file @param {string} id @returns {Name | null} */
export function nameIn({ stories, dates, names }, id) {
  if (!Object.hasOwn(names, id)) return null;
  const name = names[id];
  /** @param {number} story */
  const at = (story) => name.stories.indexOf(story);
  return {
    ...name,
    stories: name.stories.map((story) => stories[story]),
    said: name.said.map(([story, ...said]) => [at(story), ...said]),
    dates: name.dates.map((date) => dates[date]).map(([story, ...dated]) => [at(story), ...dated]),
  };
}

/** Letters as they are compared: without accents and case. @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The ids that a typed name may have; none for what is no name: a word in small letters. @param {string} typed @returns {string[]} */
export function idsOf(typed) {
  if (ID.test(typed)) return [typed];
  const slug = plain(typed).replace(/['’.]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return slug && /^\P{Ll}/u.test(typed) ? KINDS.map((kind) => `${kind}:${slug}`) : [];
}

/** What somebody said with a word, that begins with these letters, in it. @param {Name} name @param {string} typed @returns {Said[]} */
export function saidWith(name, typed) {
  const words = plain(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  return name.said.filter(([, , said]) => {
    const heard = plain(said).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length && words.every((word) => heard.some((one) => one.startsWith(word)));
  });
}

/** The stories that both are in, newest first: where each has it. @param {Name} one @param {Name} other @returns {[number, number][]} */
export function inCommon(one, other) {
  const places = new Map(other.stories.map(([url], at) => [url, at]));
  return one.stories.flatMap(([url], at) => (places.has(url) ? [[at, /** @type {number} */ (places.get(url))]] : []));
}

/** The dates of both in the stories in common, each once, in order. @param {Name} one @param {Name} other */
export function datesOf(one, other) {
  const common = new Set(inCommon(one, other).map(([at]) => one.stories[at][0]));
  /** @type {Map<string, {story: Story, dated: Dated}>} */
  const found = new Map();
  for (const name of [one, other]) {
    for (const dated of name.dates) {
      const story = name.stories[dated[0]];
      if (common.has(story[0])) found.set(`${story[0]}#${dated[1]}`, { story, dated });
    }
  }
  return [...found.values()].sort((a, b) => (a.dated[2] < b.dated[2] ? -1 : a.dated[2] > b.dated[2] ? 1 : 0));
}

/** The page's part that is filled, and the words that it says. @param {HTMLElement} place */
export function fill(place) {
  const root = place.dataset.root ?? "";
  const query = new URLSearchParams(location.search);
  const [a, b] = [(query.get("a") ?? "").trim(), (query.get("b") ?? "").trim()];

  /** @param {string} id @returns {Promise<Name | null>} */
  async function load(id) {
    const answer = await fetch(`${fileNumber(id, Number(place.dataset.files))}.json`);
    if (!answer.ok) throw new Error(String(answer.status));
    return nameIn(await answer.json(), id);
  }

  /** The first of these that is there, with its id. @param {string[]} ids @returns {Promise<[string, Name | null]>} */
  async function first(ids) {
    for (const id of ids) {
      const name = await load(id);
      if (name) return [id, name];
    }
    return [ids[0] ?? "", null];
  }

  /** @param {Story} story @param {Node[]} below */
  const row = ([url, title, day, source], ...below) =>
    el("li", {}, el("p", { class: "stamp" }, day || (place.dataset.undated ?? "")),
      el("h3", { dir: "auto" }, el("a", { class: "headline", href: root + url }, title), source && " ", source && el("span", { class: "source" }, source)), ...below);

  /** @param {Story} story @param {Said} said */
  const quotation = ([url], [, anchor, words]) =>
    el("li", { class: "said" }, el("blockquote", {}, el("p", { dir: "auto" }, `“${words}”`)),
      el("a", { class: "source", href: `${root}${url}#${anchor}`, "aria-label": `${place.dataset.story}: “${words.slice(0, 40)}”` }, place.dataset.story ?? ""));

  /** @param {Name} name @param {number} at */
  function side(name, at) {
    const said = name.said.filter(([story]) => story === at);
    if (!said.length) return el("div");
    return el("div", {}, el("h4", {}, name.name),
      el("ul", { class: "quotations" }, ...said.map((one) => quotation(name.stories[at], one))));
  }

  /** @param {string} title @param {number} count */
  const heading = (title, count) => el("h3", {}, title, " ", el("span", { class: "count" }, String(count)));

  /** @param {Name} one @param {Name} other */
  function both(one, other) {
    const common = inCommon(one, other);
    const dates = datesOf(one, other);
    /** @param {[number, number]} where */
    const quoted = ([at, there]) => one.said.some(([story]) => story === at) || other.said.some(([story]) => story === there);
    const rows = common.filter(quoted).slice(0, MOST).map(([at, there]) =>
      row(one.stories[at], el("div", { class: "sides" }, side(one, at), side(other, there))));
    const others = common.filter((where) => !quoted(where)).slice(0, MOST).map(([at]) => row(one.stories[at]));
    const timeline = dates.slice(-MOST).map(({ story: [url, title], dated: [, anchor, , day, sentence] }) =>
      el("li", { class: "entry" }, el("p", { class: "stamp" }, day), el("p", { class: "sentence", dir: "auto" }, sentence),
        el("p", { class: "source" }, el("a", { class: "headline", href: `${root}${url}#${anchor}` }, title))));
    return [heading(place.dataset.common ?? "", common.length), el("ol", { class: "pair" }, ...rows, ...others),
      ...(dates.length ? [heading(place.dataset.timeline ?? "", dates.length), el("ol", { class: "timeline" }, ...timeline)] : [])];
  }

  /** @param {Name} name @param {string} typed */
  function said(name, typed) {
    const found = saidWith(name, typed);
    const stories = [...new Set(found.map(([at]) => at))].slice(0, MOST);
    const rows = stories.map((at) => row(name.stories[at], el("ul", { class: "quotations" },
      ...found.filter(([story]) => story === at).map((one) => quotation(name.stories[at], one)))));
    const asked = `by:"${name.name}" ${typed}`;
    const search = `${root}search/?q=${encodeURIComponent(asked)}`;
    return [heading(`“${typed}”`, found.length), el("ol", { class: "pair" }, ...rows),
      el("p", { class: "more" }, el("a", { href: search }, place.dataset.search ?? ""))];
  }

  /** @param {Name} name @param {string} self its id */
  const company = (name, self) => [
    el("h3", {}, place.dataset.company ?? ""),
    el("ul", { class: "rows" }, ...name.beside.map(([id, label, stories]) =>
      el("li", {}, el("a", { href: `?${new URLSearchParams({ a: self, b: id })}` }, label), " ", el("span", { class: "count" }, String(stories))))),
  ];

  /** The ids of what was typed beside a name: of one that stands beside it first. @param {Name} name @param {string} typed */
  function beside(name, typed) {
    const known = name.beside.find(([, label]) => plain(label) === plain(typed));
    return known ? [known[0]] : idsOf(typed);
  }

  /** @param {Name} one @param {Name | null} other @param {string[]} ids of both */
  function head(one, other, ids) {
    const links = [one, ...(other ? [other] : [])].map((name) => el("a", { class: "headline", href: root + name.url }, name.name));
    document.title = [one, other].flatMap((name) => (name ? [name.name] : [])).join(` ${place.dataset.and} `);
    const form = place.querySelector("form");
    const [typed, second] = form ? [...form.querySelectorAll("input")] : [];
    if (typed && second) [typed.value, second.value] = [one.name, other?.name ?? (ID.test(b) ? "" : b)];
    // A name that was left as it stands keeps its id: another may be called so too.
    form?.addEventListener("formdata", ({ formData }) => {
      if (typed?.value === one.name) formData.set("a", ids[0]);
      if (other && second?.value === other.name) formData.set("b", ids[1]);
    });
    form?.querySelector("datalist")?.replaceChildren(...one.beside.map(([, label]) => el("option", { value: label })));
    return el("h2", {}, ...links.flatMap((link, at) => (at ? [` ${place.dataset.and} `, link] : [link])));
  }

  async function show() {
    const [self, one] = await first(ID.test(a) ? [a] : idsOf(a[0]?.toUpperCase() + a.slice(1)));
    if (!one) return [el("p", { class: "empty" }, place.dataset.unknown ?? "")];
    const [its, other] = await first(beside(one, b));
    const named = head(one, other, [self, its]);
    if (other) return [named, ...both(one, other)];
    if (ID.test(b)) return [named, el("p", { class: "empty" }, place.dataset.unknown ?? ""), ...company(one, self)];
    return [named, ...(b ? said(one, b) : company(one, self))];
  }

  const shown = place.querySelector(".shown");
  return show().catch(() => [el("p", { class: "empty" }, place.dataset.offline ?? "")])
    .then((nodes) => shown?.replaceChildren(...nodes));
}

const place = globalThis.document?.querySelector("#beside");
if (place instanceof HTMLElement) {
  if (new URLSearchParams(location.search).get("a")) fill(place);
  else document.documentElement.removeAttribute("data-searching");
}
