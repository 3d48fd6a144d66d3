/**
 * Cards: what the margin says of a name, shown at any of its mentions, and how a date was read.
 *
 * A card opens on hover, focus or a tap; Escape closes it, the pointer may move onto it, and it stays
 * until the pointer or the focus leaves (WCAG 1.4.13). What it shows is on the page already, so that
 * nothing is fetched and nothing is lost without it.
 */
const MARKS = ".story-text :is(a.name, a.speaker, .date)";
const OPEN_AFTER = 250;
const CLOSE_AFTER = 200;

/** @type {HTMLElement} */
let card;
/** @type {HTMLElement | null} */
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

  /** @param {Event} event @returns {HTMLElement | null} */
  const markOf = ({ target }) => (target instanceof Element ? target.closest(MARKS) : null);
  /** @param {Event} event */
  const isOnCard = ({ target }) => target instanceof Node && card.contains(target);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = markOf(event);
    if (mark) later(() => open(mark), OPEN_AFTER);
    else if (isOnCard(event)) clearTimeout(timer);
    else if (shownFor) later(close, CLOSE_AFTER);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark?.matches(":focus-visible")) open(mark);
    else if (!isOnCard(event)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (mark && isTouch && shownFor !== mark) {
      event.preventDefault(); // the first tap shows the card, whose link (or a second tap) leads on
      open(mark);
    } else if (!mark && !isOnCard(event)) close();
  });
  addEventListener("resize", close);
}

/** @param {() => void} then @param {number} after milliseconds */
function later(then, after) {
  clearTimeout(timer);
  timer = setTimeout(then, after);
}

/** @param {HTMLElement} mark */
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

/** Put the card under the line that holds the mark, or above where there is no room. @param {Element} mark */
function place(mark) {
  const line = mark.getClientRects()[0];
  const { width, height } = card.getBoundingClientRect();
  const left = Math.min(Math.max(8, line.left - 12), innerWidth - width - 8);
  const below = line.bottom + height + 8 < innerHeight;
  card.style.left = `${Math.max(8, left)}px`;
  card.style.top = `${below ? line.bottom + 4 : Math.max(4, line.top - height - 4)}px`;
}

/** The note of a name, copied from the margin; none where it says nothing. @param {HTMLElement} mark */
function ofName(mark) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const terms = document.querySelectorAll(".gloss > .term");
  const note = mark instanceof HTMLAnchorElement && [...terms].find((term) => placeOf(term) === placeOf(mark))?.parentElement;
  return note ? [...note.cloneNode(true).childNodes] : null;
}

/** Where a link leads, however it is written. @param {HTMLAnchorElement} link */
const placeOf = (link) => link.pathname + link.hash;

/** How a date was read, as the story's timeline has it. @param {HTMLElement} mark */
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
