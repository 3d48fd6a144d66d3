// One card at a time; each answer is written at once, and can be taken back.

import { ask, at, element, tellNews } from "./asking.js";

const QUESTIONS = {
  kind: (card) => `What is “${card.words}”?`,
  name: (card) => `Is “${card.words}” a name?`,
  speaker: () => "Who says this?",
  identity: (card) => `Is “${card.words}” the same as “${card.guess}”?`,
  year: (card) => `Which day is “${card.words}”?`,
};

let queue = [];
let writing = false; // an answer at a time: a key meant for the next card is not this one's

/** Ask anew, and go on in the order that stood: first the card ``kept``, then what is back. */
async function load(kept) {
  const now = await ask("/asked");
  if (!now) return;
  const order = queue.map(({ id }) => id);
  const rank = ({ id }) => (id === kept ? -2 : order.indexOf(id));
  queue = now.decisions.sort((one, other) => rank(one) - rank(other));
  tellNews();
  at("problems").replaceChildren(...now.problems.map((line) => element("li", line)));
  show();
}

function show() {
  const card = queue[0];
  at("left").textContent = queue.length === 1 ? "1 decision left" : `${queue.length} decisions left`;
  at("card").hidden = !card;
  at("done").hidden = Boolean(card);
  if (!card) return;
  at("question").textContent = QUESTIONS[card.about](card);
  at("reason").textContent = reason(card);
  at("places").replaceChildren(...card.places.map(place));
  at("choices").replaceChildren(...card.choices.map(choice));
  at("typing").hidden = !card.typed;
  at("typed").textContent = card.typed;
  at("offers").replaceChildren(...card.offers.map((text) => Object.assign(element("option", ""), { value: text })));
  at("value").value = "";
  at("card").focus();
}

function reason(card) {
  const stories = card.stories === 1 ? "one story" : `${card.stories} stories`;
  const where = card.count > 1 ? ` In ${card.count} places of ${stories}.` : "";
  return `It ${card.says}${card.guess && card.about === "speaker" ? ` (${card.guess})` : ""}.${where}`;
}

function place(shown) {
  const made = element("blockquote", shown.before);
  made.dir = "auto";
  const title = element("a", shown.title);
  title.href = `/static/story.html?slug=${encodeURIComponent(shown.slug)}`;
  const source = element("cite", "");
  source.append(title);
  made.append(element("mark", shown.words), shown.after, source);
  return made;
}

function choice({ key, label, value }) {
  const button = element("button", ` ${label}`);
  button.type = "button";
  button.prepend(element("kbd", key));
  button.addEventListener("click", () => answer(value));
  return button;
}

async function answer(value) {
  if (writing) return;
  const card = queue[0];
  const typed = at("value").value;
  writing = true;
  const wrote = await ask(card.about === "identity" ? "/names/decide" : "/answer", { id: card.id, value });
  writing = false;
  if (!wrote) {
    await load(card.id);
    if (typed && queue[0]?.id === card.id) {
      at("value").value = typed; // to be put right
      at("value").focus();
    }
    return;
  }
  at("said").textContent = `Wrote ${wrote.wrote.join(", ")}.`;
  queue.shift();
  show();
}

async function undo() {
  if (writing) return;
  const undone = await ask("/undo", {});
  if (!undone) return;
  at("said").textContent = undone.taken_back ? "Taken back." : "Nothing to take back.";
  await load();
}

function skip() {
  queue.push(queue.shift());
  at("said").textContent = "";
  show();
}

at("undo").addEventListener("click", undo);
at("typing").addEventListener("submit", (event) => {
  event.preventDefault();
  answer(at("value").value.trim());
});
/** Whether a key is meant for something else; one that is held answers once. */
const isOthers = (event) =>
  event.ctrlKey || event.metaKey || event.altKey || event.target === at("value") || event.repeat || writing;

document.addEventListener("keydown", (event) => {
  if (isOthers(event)) return;
  const card = queue[0];
  const chosen = card?.choices.find((one) => one.key === event.key);
  if (chosen) answer(chosen.value);
  else if (event.key === "u") undo();
  else if (event.key === "s" && queue.length > 1) skip();
  else if (card?.typed && /^\d$/.test(event.key)) at("value").focus(); // the digit goes there
});
load();
