// Results as one types, under the box in the masthead: an ARIA combobox with a listbox
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Names first, then what holds the words.

import { ask, from } from "./client.js";
import { dateInWords } from "./dates.js";
import { el, marked } from "./elements.js";
import { addressOf } from "./result.js";
import { say, sayCount } from "./strings.js";
import { entityAddress } from "./addresses.js";

const NAMES = 4;
const DOCUMENTS = 4;

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
export default function openCombobox(form, input) {
  from(form.action);
  const root = new URL("..", form.action).href;
  const list = el("ul", { role: "listbox", id: "search-options", class: "search-options",
    "aria-label": say("all"), hidden: true });
  const status = el("p", { role: "status", class: "search-status" });
  form.append(list, status);
  set(input, { role: "combobox", "aria-expanded": "false", "aria-controls": list.id,
    "aria-autocomplete": "list", autocomplete: "off" });
  let active = -1;
  let turn = 0;

  const options = () => [...list.querySelectorAll('[role="option"]')];

  function choose(number) {
    const all = options();
    active = all.length ? (number + all.length + 1) % (all.length + 1) : -1;
    if (active === all.length) active = -1;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function show(items, says) {
    list.replaceChildren(...items);
    options().forEach((option, i) => { option.id = `search-option-${i}`; });
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(items.length > 0));
    status.textContent = says;
    choose(-1);
  }

  async function update() {
    const text = input.value.trim();
    const mine = ++turn;
    if (!text) return show([], "");
    try {
      const names = ask("suggest", { text, most: NAMES });
      const query = { text: input.value, typing: !/\s$/.test(input.value), size: DOCUMENTS };
      const found = ask("search", { query });
      // Where both fail, the first to fail is enough to say so.
      found.catch(() => {});
      const { names: suggested } = await names;
      if (mine === turn) show(suggested.map((name) => nameOption(name, root)), "");
      const answer = await found;
      if (mine === turn) show(...everything(answer, suggested, text));
    } catch (error) {
      if (mine === turn) show([retryOption(error, update)], say(error.kind === "fetch" ? "offline" : "internal", { says: error.message }));
    }
    return undefined;
  }

  function everything(answer, suggested, text) {
    const known = new Set(suggested.map(({ id }) => entityAddress(id, root)));
    const items = answer.items.filter((item) => !known.has(new URL(item.url, root).href));
    const rows = [
      ...suggested.map((name) => nameOption(name, root)),
      ...items.map((item) => documentOption(item, root)),
    ];
    if (answer.meant) rows.push(linkOption(`${say("didYouMean")} ${answer.meant}?`, searchAddress(answer.meant)));
    if (answer.short) rows.push(el("li", { class: "note", role: "presentation" }, say("short", { w: answer.short })));
    const found = answer.phrases ? answer.items.length : answer.total;
    rows.push(linkOption(found ? say("allResults", { q: text }) : say("noResults", { q: text }), searchAddress(text)));
    const count = Math.max(found, suggested.length);
    return [rows, count ? sayCount("results", count) : say("none")];
  }

  function searchAddress(text) {
    const address = new URL(form.action);
    address.searchParams.set("q", text);
    return address.href;
  }

  input.addEventListener("input", update);
  input.addEventListener("keydown", (event) => {
    const moves = { ArrowDown: active + 1, ArrowUp: active - 1 };
    if (event.key in moves && !list.hidden) {
      event.preventDefault();
      choose(event.key === "ArrowUp" && active < 0 ? options().length - 1 : moves[event.key]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    }
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) close();
  });
  if (input.value) update();
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

/** An option that leads somewhere: the listbox owns the keys, the pointer follows the link. */
function option(href, kind, ...children) {
  const go = () => location.assign(href);
  const row = el("li", { role: "option", "aria-selected": "false", class: `option-${kind}`, onclick: go }, ...children);
  row.addEventListener("mousedown", (event) => event.preventDefault());
  return row;
}

function nameOption({ name, id, stories }, root) {
  const kind = id.slice(0, id.indexOf(":"));
  return option(entityAddress(id, root), "name", el("span", { class: "option-title" }, name),
    el("span", { class: "option-meta" }, `${say(kind)} · ${sayCount("inStories", stories)}`));
}

function documentOption(item, root) {
  const short = item.kind === "story" || item.kind === "name" ? item.heading : item.passage;
  const meta = [say(item.nameKind ?? item.kind), item.speaker, item.day && dateInWords(item.day)].filter(Boolean).join(" · ");
  return option(addressOf(item, root), item.kind, el("span", { class: "option-title" }, ...marked(short)),
    el("span", { class: "option-meta" }, meta));
}

function linkOption(text, href) {
  return option(href, "all", text);
}

function retryOption(error, again) {
  const says = say(error.kind === "fetch" ? "offline" : "internal", { says: error.message });
  const row = el("li", { role: "option", "aria-selected": "false", class: "option-failed", onclick: again }, `${says} ${say("retry")}`);
  row.addEventListener("mousedown", (event) => event.preventDefault());
  return row;
}
