/**
 * Cards: what the margin says of a name, shown at any of its mentions, and how a date was read.
 *
 * A card opens on hover, focus or a tap; Escape closes it, the pointer may move onto it, and it stays
 * until the pointer or the focus leaves (WCAG 1.4.13). What it shows is on the page already, so that
 * nothing is fetched and nothing is lost without it.
 */
const MARKS = ".story-text :is(a[data-entity], .date)";
const OPEN_AFTER = 250;
const CLOSE_AFTER = 200;

let card;
let shownFor = null;
let timer = 0;

/** Wire up every mark in the story. */
export function watchNames() {
  if (!document.querySelector(MARKS) || !HTMLElement.prototype.showPopover) return;
  card = document.createElement("div");
  card.id = "card";
  card.className = "card";
  card.popover = "manual";
  document.body.append(card);

  const markOf = (event) => event.target.closest?.(MARKS);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = markOf(event);
    if (mark) later(() => open(mark), OPEN_AFTER);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (shownFor) later(close, CLOSE_AFTER);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark?.matches(":focus-visible")) open(mark);
    else if (!card.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (mark && event.pointerType === "touch" && shownFor !== mark) {
      event.preventDefault(); // the first tap shows the card, whose link (or a second tap) leads on
      open(mark);
    } else if (!mark && !card.contains(event.target)) close();
  });
  addEventListener("resize", close);
}

function later(then, after) {
  clearTimeout(timer);
  timer = setTimeout(then, after);
}

function open(mark) {
  clearTimeout(timer);
  if (shownFor === mark) return;
  const content = mark.matches(".date") ? ofDate(mark) : ofName(mark);
  if (!content) return close();
  card.replaceChildren(...content);
  shownFor = mark;
  card.showPopover();
  place(mark);
}

function close() {
  clearTimeout(timer);
  if (!shownFor) return;
  shownFor = null;
  card.hidePopover();
}

/** Put the card under the line that holds the mark, or above it where there is no room. */
function place(mark) {
  const line = mark.getClientRects()[0];
  const { width, height } = card.getBoundingClientRect();
  const left = Math.min(Math.max(8, line.left - 12), innerWidth - width - 8);
  const below = line.bottom + height + 8 < innerHeight;
  card.style.left = `${Math.max(8, left)}px`;
  card.style.top = `${below ? line.bottom + 4 : Math.max(4, line.top - height - 4)}px`;
}

/** The note of a name, copied from the margin; none where it says no more than the text does. */
function ofName(mark) {
  const note = document.querySelector(`.gloss[data-entity="${CSS.escape(mark.dataset.entity)}"]`);
  if (!note) return null;
  const copy = note.cloneNode(true);
  return [...copy.childNodes];
}

/** How a date was read, as the story's timeline has it. */
function ofDate(mark) {
  const link = document.querySelector(`.story-timeline a[href="#${CSS.escape(mark.id)}"]`);
  const entry = link?.closest("li");
  if (!entry) return null;
  return [...entry.querySelectorAll(".stamp, .how")].map((piece) => {
    const copy = document.createElement("span");
    copy.className = piece.className;
    copy.textContent = piece.textContent;
    return copy;
  });
}
