// A story as it will be published: choose words, say what they are.

import { ask, at, button, element, tellNews } from "./asking.js";

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
  ["said by somebody else", "speaker", "", "a name, or the story’s words for them"],
  ["noted by me", "note", "", "note"],
];

const slug = () => at("which").value;
let choices = [];
let notes = []; // { start, end, says }, as they were when the story was shown
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
  notes = story.notes;
  at("story").replaceChildren(element("h2", story.title), ...story.paragraphs.flatMap(withNotes));
  at("problems").replaceChildren(...story.lost.map((line) => element("li", line)));
  choices = [
    ...story.kinds.map((kind) => [`a name: ${kind}`, "name", kind]),
    ...OTHERS,
    ...story.speakers.map(({ id, name }) => [`said by ${name}`, "speaker", id]),
  ];
  at("about").replaceChildren(...choices.map(([label], n) => option(label, String(n))));
  asked();
}

/** A paragraph, and under it the notes on words that begin in it. */
function withNotes(pieces) {
  const end = pieces.at(-1).at + Array.from(pieces.at(-1).text).length;
  const own = notes.filter(({ start }) => pieces[0].at <= start && start < end);
  return [paragraph(pieces), ...own.map(noted)];
}

function noted(note) {
  const made = element("aside", note.says);
  made.dir = "auto";
  made.append(button("change", () => {
    choose(note.start, note.end);
    at("about").value = String(choices.findIndex(([, about]) => about === "note"));
    asked();
    at("value").focus();
  }));
  made.append(button("take away", () => write("/note", { ...note, value: "", was: note.says })));
  return made;
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
  made.dataset.start = String(mark.start);
  made.dataset.end = String(mark.end);
  made.addEventListener("click", (event) => {
    if (event.detail === 0) choose(mark.start, mark.end); // by no pointer: a screen reader's
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
  asked();
}

/** What was chosen before is not what was pointed at now. */
function unchoose() {
  chosen = null;
  at("words").value = "";
  at("said").textContent = "These are no words of the story’s text. Its title is a line of the article’s head.";
}

/** The code point of the story at which one end of a selection stands. */
function place(node, offset) {
  if (node.nodeType === Node.TEXT_NODE) {
    const span = node.parentElement.closest("[data-at]");
    return span && Number(span.dataset.at) + Array.from(node.data.slice(0, offset)).length;
  }
  const next = node.children[offset] ?? (node.matches("[data-at]") ? node : null);
  return next?.dataset.at ? Number(next.dataset.at) : beyond(node);
}

/** The code point behind what was selected to its end: a triple click takes the break along. */
function beyond(node) {
  const next = node.closest("#story > *");
  const before = next?.previousElementSibling?.querySelector("[data-at]:last-of-type");
  return before ? Number(before.dataset.at) + Array.from(before.textContent).length : null;
}

/** What is pointed at: words that are selected, else the mark, or the word, under the pointer. */
function pointed(event) {
  const selection = getSelection();
  if (!selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const isInside = at("story").contains(range.endContainer); // else behind the last paragraph
  const end = isInside ? place(range.endContainer, range.endOffset) : letters().length;
  if (start === null || end === null) {
    unchoose();
    return;
  }
  const mark = event.target.closest("[data-start]");
  if (start < end) choose(start, end);
  else if (mark) choose(Number(mark.dataset.start), Number(mark.dataset.end));
  else word(start);
}

function word(caret) {
  const story = letters();
  const isOfWord = (letter) => /[\p{L}\p{N}’'-]/u.test(letter ?? "");
  let [start, end] = [caret, caret];
  while (isOfWord(story[start - 1])) start -= 1;
  while (isOfWord(story[end])) end += 1;
  if (start < end) choose(start, end);
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

const noteOn = ({ start, end }) =>
  notes.find((note) => note.start === start && note.end === end)?.says ?? "";

function asked() {
  const [, about, , asks] = choices[Number(at("about").value)] ?? [];
  const isTyped = at("value").value && !notes.some(({ says }) => says === at("value").value);
  if (about === "note" && chosen && !isTyped) at("value").value = noteOn(chosen);
  at("valued").hidden = !asks;
  at("asks").textContent = asks ?? "";
  at("value").required = Boolean(asks);
}

/** Marks are stops for the keyboard alone: Chromium selects nothing from within what takes focus. */
function letFocus(isWanted) {
  for (const mark of at("story").querySelectorAll("[role=button]")) {
    if (isWanted) mark.tabIndex = 0;
    else mark.removeAttribute("tabindex");
  }
}

at("story").addEventListener("pointerdown", () => letFocus(false));
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => letFocus(true));
at("story").addEventListener("mousedown", (event) => {
  const isOfNote = event.target.closest("aside");
  // It may be let go of beside the story.
  if (!isOfNote) document.addEventListener("mouseup", pointed, { once: true });
});
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

async function write(path, body) {
  const wrote = await ask(path, { slug: slug(), ...body });
  if (!wrote) return;
  at("value").value = "";
  await show();
  at("said").textContent = `Wrote ${wrote.wrote.join(", ")}; the next build publishes it.`;
}

at("saying").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!chosen) {
    at("said").textContent = "The story has no such words.";
    return;
  }
  const [, about, given, asks] = choices[Number(at("about").value)];
  const value = asks ? at("value").value.trim() : given;
  if (about === "note") write("/note", { ...chosen, value, was: noteOn(chosen) });
  else write("/point", { ...chosen, about, value });
});
await load();
tellNews();
