// Pieces of the page of a name: passages, boxes to tick, a name chosen by search.

import { ask, element } from "./asking.js";

export function passage(shown) {
  const made = element("blockquote", shown.before);
  made.dir = "auto";
  made.append(element("mark", shown.words), shown.after);
  return made;
}

export function storyLink({ slug, title }) {
  const made = element("a", title);
  made.href = `/static/story.html?slug=${encodeURIComponent(slug)}`;
  made.dir = "auto";
  return made;
}

/** A box, or one of several, with what it says behind it. */
export function choice(type, name, value, ...says) {
  const made = document.createElement("label");
  const box = document.createElement("input");
  Object.assign(box, { type, name, value });
  made.className = "choice";
  made.append(box, " ", ...says);
  return made;
}

export const ticked = (form, name) =>
  [...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value);

let pickers = 0;

/** Let a name be chosen by search; ``chosen`` is told its id. ``known``: one that is chosen now. */
export function picker(root, without, chosen, known) {
  const name = `pick-${(pickers += 1)}`;
  const label = element("label", "Search ");
  const query = document.createElement("input");
  query.type = "search";
  query.autocomplete = "off";
  label.append(query);
  const found = document.createElement("fieldset");
  found.append(element("legend", "It is"));
  found.hidden = true;
  root.replaceChildren(label, found);
  let asked = 0;
  function show(names) {
    const boxes = names.map((one) => {
      const says = `${one.name}, ${one.kind}, ${one.stories === 1 ? "1 story" : `${one.stories} stories`}`;
      return choice("radio", name, one.id, says, " ", element("code", one.id));
    });
    found.replaceChildren(element("legend", names.length ? "It is" : "No other name is found"), ...boxes);
    found.hidden = false;
  }
  query.addEventListener("input", async () => {
    const number = (asked += 1);
    const answer = await ask(`/names/list?${new URLSearchParams({ q: query.value })}`);
    if (!answer || number !== asked) return;
    const names = answer.names.filter((one) => one.id !== without).slice(0, 8);
    show(names);
    chosen("");
  });
  if (known) {
    show([known]);
    found.querySelector("input").checked = true;
    chosen(known.id);
  }
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // it chooses nothing yet
  });
  found.addEventListener("change", (event) => chosen(event.target.value));
}
