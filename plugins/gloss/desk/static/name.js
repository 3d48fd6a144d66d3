// One name: what the digest knows of it, and what the editor says of it. A change is told before
// it is made, and can be taken back.

import { ask, at, element, tellNews } from "./asking.js";
import { choice, passage, picker, storyLink, ticked } from "./choosing.js";

let card = null;
let other = ""; // the name that it is merged with, or that a part of it is
let asked = null; // the change whose effects are shown

const plural = (number, one, many) => (number === 1 ? `1 ${one}` : `${number} ${many}`);

async function load(id) {
  card = await ask(`/names/card?id=${encodeURIComponent(id)}`);
  for (const part of ["name", "changes", "in-stories"]) at(part).hidden = !card;
  if (!card) return;
  other = "";
  history.replaceState(null, "", `/name?id=${encodeURIComponent(card.id)}`);
  document.title = `Desk: ${card.name}`;
  at("called").textContent = card.name;
  const named = `${plural(card.stories, "story", "stories")}, ${plural(card.count, "place", "places")}`;
  const line = card.line ? `line ${card.line} of the register` : "not in the register";
  at("what").replaceChildren(`${card.kind}, `, element("code", card.id), `: ${named}; ${line}`);
  at("problems").replaceChildren(...card.problems.map((says) => element("li", says)));
  at("known").replaceChildren(...known());
  at("passages").replaceChildren(...stories());
  fillDescription();
  fillMerge();
  fillSplit();
}

function* known() {
  const rows = [
    ["description", card.description ? [card.description] : []],
    ["spelt", card.forms.map(([form, count]) => `${form} (${count})`)],
    ["stories say", card.descriptors.map(([text, title]) => `“${text}” in “${title}”`)],
    ["other names in the register", card.entry.aliases],
    ["the same elsewhere", card.same_as],
    ["was also", card.entry.merges],
  ];
  for (const [says, lines] of rows) {
    if (!lines.length) continue;
    yield element("dt", says);
    yield* lines.map((text) => Object.assign(element("dd", text), { dir: "auto" }));
  }
  if (!card.namesakes.length) return;
  yield element("dt", "alike are");
  for (const one of card.namesakes) {
    const made = element("dd", "");
    const link = element("a", one.name);
    link.href = `/name?id=${encodeURIComponent(one.id)}`;
    made.append(link, `, ${one.kind}, ${plural(one.stories, "story", "stories")} `, element("code", one.id));
    yield made;
  }
}

function* stories() {
  for (const story of card.passages) {
    const head = element("h4", "");
    head.append(storyLink(story), story.day ? ` ${story.day}` : "");
    yield head;
    yield* story.places.map(passage);
    if (story.said) yield element("p", `Says ${plural(story.said, "thing", "things")} there.`);
    const more = story.count - story.places.length;
    if (more > 0) yield element("p", `… and in ${plural(more, "more place", "more places")}.`);
  }
  if (card.more_stories) yield element("p", `… and ${plural(card.more_stories, "more story", "more stories")}.`);
}

function kinds(select) {
  select.replaceChildren(...card.kinds.map((kind) => element("option", kind)));
  select.value = card.kind;
}

const lines = (box) => box.value.split("\n").map((line) => line.trim()).filter(Boolean);

function fillDescription() {
  const form = at("describe").elements;
  kinds(form.namedItem("kind"));
  form.namedItem("name").value = card.name;
  form.namedItem("description").value = card.description;
  form.namedItem("aliases").value = card.entry.aliases.join("\n");
  form.namedItem("same_as").value = card.entry.same_as.join("\n");
  form.namedItem("picture").value = card.entry.picture;
  form.namedItem("alt").value = card.entry.alt;
  at("pictures").replaceChildren(...card.pictures.map((file) => Object.assign(element("option", ""), { value: file })));
}

function fillMerge(known) {
  picker(at("merge").querySelector(".picker"), card.id, async (id) => {
    other = id;
    at("others").replaceChildren();
    at("aliases").hidden = true;
    if (!id) return;
    const two = await ask(`/names/card?id=${encodeURIComponent(id)}`);
    const query = new URLSearchParams({ id: card.id, other: id });
    const names = two && (await ask(`/names/aliases?${query}`));
    if (!names || other !== id) return;
    at("others").replaceChildren(both(card), both(two));
    const boxes = names.map(([name, sure]) => {
      const box = choice("checkbox", "alias", name, name);
      box.querySelector("input").checked = sure;
      return box;
    });
    at("aliases").replaceChildren(at("aliases").querySelector("legend"), ...boxes);
    at("aliases").hidden = !boxes.length;
  }, known);
}

/** What two names are, beside each other: each with a passage of its first stories. */
function both(one) {
  const made = document.createElement("section");
  const head = element("h3", one.name);
  head.append(` (${one.kind}, ${plural(one.stories, "story", "stories")})`);
  made.append(head, ...one.passages.slice(0, 3).flatMap((story) => story.places.slice(0, 1).map(passage)));
  return made;
}

function fillSplit(known) {
  const forms = card.forms.filter(([form]) => form !== card.name);
  const spellings = forms.map(([form, count]) =>
    choice("checkbox", "form", form, `the spelling “${form}”, in all stories (${count})`));
  const parts = card.passages.flatMap((story) => [
    choice("checkbox", "story", story.slug, "all of ", storyLink(story)),
    ...(story.count > 1 ? story.places.map((place) => placeChoice(story, place)) : story.places.map(passage)),
  ]);
  at("stories").replaceChildren(at("stories").querySelector("legend"), ...spellings, ...parts);
  const form = at("split").elements;
  kinds(form.namedItem("kind"));
  form.namedItem("name").value = card.name;
  picker(at("known-one"), card.id, (id) => {
    other = id;
  }, known);
}

/** Open what an address leads to: a merge with another name, or stories that are another's. */
async function prepared(given) {
  const id = given.get("with") ?? given.get("known");
  const two = card && id && (await ask(`/names/card?id=${encodeURIComponent(id)}`));
  if (!two) return;
  if (given.has("with")) {
    at("merging").open = true;
    fillMerge(two);
  } else {
    at("splitting").open = true;
    fillSplit(two);
    const slugs = (given.get("stories") ?? "").split(" ");
    for (const box of at("split").querySelectorAll("input[name=story]")) box.checked = slugs.includes(box.value);
    at("split").querySelector("[value=known]").checked = true;
    showWhose();
  }
}

function placeChoice(story, place) {
  const box = choice("checkbox", "place", JSON.stringify([story.slug, place.start, place.end]), passage(place));
  box.classList.add("place");
  return box;
}

const about = {
  describe: (form) => ({
    name: form.namedItem("name").value,
    kind: form.namedItem("kind").value,
    description: form.namedItem("description").value,
    aliases: lines(form.namedItem("aliases")),
    same_as: lines(form.namedItem("same_as")),
    picture: form.namedItem("picture").value,
    alt: form.namedItem("alt").value,
  }),
  merge: () => ({ other, aliases: ticked(at("merge"), "alias") }),
  split: (form) => ({
    other: isNew() ? "" : other || "none",
    name: form.namedItem("name").value,
    kind: form.namedItem("kind").value,
    description: form.namedItem("description").value,
    stories: ticked(at("split"), "story"),
    places: ticked(at("split"), "place").map((place) => JSON.parse(place)),
    forms: ticked(at("split"), "form"),
  }),
};

const isNew = () => at("split").elements.namedItem("whose").value === "new";

async function preview(what) {
  at("said").textContent = "";
  const body = { about: what, id: card.id, ...about[what](at(what).elements) };
  const effects = await ask("/names/effects", body);
  if (!effects) {
    at("said").scrollIntoView();
    return;
  }
  asked = { ...body, effects: effects.id };
  at("touched").replaceChildren(...[...touched(effects)].map((says) => element("li", says)));
  at("written").replaceChildren(...effects.written.flatMap(file));
  at("effects").showModal();
  at("effects-head").focus();
}

function* touched(effects) {
  for (const { of, to, marks, stories } of effects.moved) {
    const where = `${stories.slice(0, 3).join("; ")}${stories.length > 3 ? "; …" : ""}`;
    const places = `${plural(marks, "mark", "marks")} in ${plural(stories.length, "story", "stories")}`;
    yield `${places}: ${of || "none"} becomes ${to || "none"} (${where})`;
  }
  if (!effects.moved.length) yield "No mark becomes another’s.";
  for (const [words, count] of effects.unmarked) {
    yield `“${words}” stands unmarked in ${plural(count, "place", "places")}, and would be marked.`;
  }
  yield `${plural(effects.anew, "story is", "stories are")} written anew by the next build.`;
  yield* effects.pages.slice(0, 12);
  if (effects.pages.length > 12) yield `… and ${effects.pages.length - 12} more pages.`;
}

function file([name, written]) {
  const made = element("pre", written.join("\n"));
  made.tabIndex = 0;
  made.setAttribute("role", "region");
  made.setAttribute("aria-label", `What ${name} would say`);
  return [element("p", written.length ? name : `${name}: nothing new`), made];
}

async function change() {
  const done = await ask("/names/change", asked);
  at("effects").close();
  if (done) {
    await load(done.id);
    at("said").textContent = done.wrote.length
      ? `Wrote ${done.wrote.join(", ")}; the next build publishes it.`
      : "It is said already; nothing was written.";
  }
  at("called").focus();
}

for (const form of Object.keys(about)) {
  at(form).addEventListener("submit", (event) => {
    event.preventDefault();
    preview(form);
  });
}
function showWhose() {
  at("new").hidden = !isNew();
  at("known-one").hidden = isNew();
}

at("split").addEventListener("change", showWhose);
at("do").addEventListener("click", change);
at("leave").addEventListener("click", () => at("effects").close());
at("undo").addEventListener("click", async () => {
  const undone = await ask("/undo", {});
  if (!undone) return;
  await load(card?.id ?? wanted);
  at("said").textContent = undone.taken_back ? "Taken back." : "Nothing to take back.";
});
const given = new URLSearchParams(location.search);
const wanted = given.get("id") ?? "";
await load(wanted);
await prepared(given);
tellNews();
