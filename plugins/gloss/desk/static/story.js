// A story as it will be published: choose words, say what they are.

import { ask, at, element } from "./asking.js";

const OTHERS = [
  ["no name", "name", "none"],
  ["a date", "date", "", "which"],
  ["no date", "date", "none"],
  ["a quotation", "quotation", "here"],
  ["no quotation", "quotation", "none"],
  ["a reported statement", "report", "here"],
  ["no reported statement", "report", "none"],
  ["to be read as", "read", "", "words"],
  ["said by nobody", "speaker", "nobody"],
];

const slug = () => at("which").value;
let choices = [];
let chosen = null; // { start, end } in code points

function option(text, value) {
  const made = element("option", text);
  made.value = value;
  return made;
}

async function load() {
  const stories = await ask("/stories");
  if (!stories) return;
  at("which").replaceChildren(...stories.map(([title, name]) => option(title, name)));
  const wanted = new URLSearchParams(location.search).get("slug");
  if (stories.some(([, name]) => name === wanted)) at("which").value = wanted;
  await show();
}

async function show() {
  const story = slug() && (await ask(`/story?slug=${encodeURIComponent(slug())}`));
  if (!story) return;
  at("story").replaceChildren(element("h2", story.title), ...story.paragraphs.map(paragraph));
  at("problems").replaceChildren(...story.lost.map((line) => element("li", line)));
  choices = [
    ...story.kinds.map((kind) => [`a name: ${kind}`, "name", kind]),
    ...OTHERS,
    ...story.people.map(({ id, name }) => [`said by ${name}`, "speaker", id]),
  ];
  at("about").replaceChildren(...choices.map(([label], n) => option(label, String(n))));
  asked();
}

function paragraph(pieces) {
  const made = document.createElement("p");
  made.dir = "auto";
  made.append(...pieces.map(piece));
  return made;
}

function piece({ at: start, text, marks }) {
  const made = document.createElement("span");
  made.textContent = text;
  made.dataset.at = String(start);
  made.className = marks.map((mark) => mark.about).join(" ");
  const mark = marks.find((one) => one.about === "name" || one.about === "date") ?? marks.at(-1);
  if (!mark) return made;
  made.title = marks.map((one) => `${one.about}: ${one.says}`).join("\n");
  if (mark.about === "name" || mark.about === "date") {
    made.tabIndex = 0;
    made.setAttribute("role", "button");
    made.setAttribute("aria-label", `${text}, ${mark.about}: ${mark.says}`);
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(mark.start, mark.end);
      at("about").focus();
    });
  }
  made.addEventListener("click", () => {
    if (getSelection().isCollapsed) choose(mark.start, mark.end);
  });
  return made;
}

/** The story's whole text, as its pieces have it; paragraphs are two characters apart. */
function letters() {
  const paragraphs = [...at("story").querySelectorAll("p")];
  return Array.from(paragraphs.map((one) => one.textContent).join("\n\n"));
}

function choose(start, end) {
  chosen = { start, end };
  at("words").value = letters().slice(start, end).join("");
  at("said").textContent = "Say what they are.";
}

/** The code point of the story at which one end of a selection stands. */
function place(node, offset) {
  const span = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (!span) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
  return Number(span.dataset.at) + Array.from(before).length;
}

function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  if (start !== null && end !== null && start < end) choose(start, end);
}

/** Words that were typed: where they stand first; with the down arrow, where they stand next. */
function typed(nextOne) {
  const words = at("words").value;
  const story = letters().join("");
  const places = [];
  for (let n = story.indexOf(words); words && n >= 0; n = story.indexOf(words, n + 1)) {
    places.push(Array.from(story.slice(0, n)).length);
  }
  const which = nextOne && chosen ? (places.indexOf(chosen.start) + 1) % places.length : 0;
  const start = places[which];
  chosen = places.length ? { start, end: start + Array.from(words).length } : null;
  if (!chosen) return;
  const before = letters().slice(Math.max(0, start - 30), start).join("");
  at("said").textContent = places.length > 1
    ? `Place ${which + 1} of ${places.length}, behind “${before}”; the down arrow goes to the next.`
    : "Say what they are.";
}

function asked() {
  const asks = choices[Number(at("about").value)]?.[3];
  at("valued").hidden = !asks;
  at("asks").textContent = asks ?? "";
  at("value").required = Boolean(asks);
}

at("story").addEventListener("mouseup", selected);
at("words").addEventListener("input", () => typed(false));
at("words").addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") typed(true);
});
at("about").addEventListener("change", asked);
at("which").addEventListener("change", show);
at("undo").addEventListener("click", async () => {
  const undone = await ask("/undo", {});
  if (undone) at("said").textContent = undone.taken_back ? "Taken back." : "Nothing to take back.";
  await show();
});
at("saying").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!chosen) {
    at("said").textContent = "The story has no such words.";
    return;
  }
  const [, about, value, asks] = choices[Number(at("about").value)];
  const body = { slug: slug(), ...chosen, about, value: asks ? at("value").value.trim() : value };
  const wrote = await ask("/point", body);
  if (!wrote) return;
  at("value").value = "";
  await show();
  at("said").textContent = `Wrote ${wrote.wrote.join(", ")}; the next build publishes it.`;
});
load();
