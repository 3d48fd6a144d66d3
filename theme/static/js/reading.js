/** The reader's choices: light or dark, and which marks are shown. */
import { keep, kept } from "./keeping.js";

const root = document.documentElement;
const off = () => new Set((root.dataset.off || "").split(" ").filter(Boolean));

/** The page that the panel stands on, and is taken from where it is asked for. */
const PAGE = new URL("../../reading/", import.meta.url);

/** Wire up the panel of choices, and the key that turns all marks off and on. */
export function watchReading() {
  const own = document.getElementById("reading");
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(".reading-button");
  if (own) watch(own);
  else button?.addEventListener("click", () => openPanel(button), { once: true });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "m" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || kept("gloss-key") === "off") return;
    if (!document.querySelector(".story-text")) return;
    setMark("all", off().has("all"));
    const panel = document.getElementById("reading");
    if (panel) show(panel);
  });
}

/** Fetch the panel, which the button then opens and closes; where that fails, go to its page. @param {HTMLButtonElement} button */
async function openPanel(button) {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(PAGE)).text(), "text/html");
    const panel = document.importNode(/** @type {HTMLElement} */ (page.getElementById("reading")), true);
    keepWhatIsMarked(panel);
    panel.popover = "auto";
    button.after(panel);
    button.popoverTargetElement = panel;
    watch(panel);
    panel.showPopover();
  } catch {
    location.assign(PAGE);
  }
}

/** Leave out the choices of marks that this page has none of. @param {HTMLElement} panel */
function keepWhatIsMarked(panel) {
  if (!document.querySelector(".story-text")) panel.querySelector(".of-marks")?.remove();
  /** @type {NodeListOf<HTMLInputElement>} */
  const marks = panel.querySelectorAll("[name=mark]:not([value=all], [value=notes])");
  for (const { value, parentElement } of marks) {
    if (!document.querySelector(`.story-text .${value}`)) parentElement?.remove();
  }
}

/** @param {HTMLElement} panel */
function watch(panel) {
  show(panel);
  panel.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === "theme") setTheme(target.value);
    else if (target.name === "key") keep("gloss-key", target.checked ? "" : "off");
    else if (target.name === "mark") setMark(target.value, target.checked);
    show(panel);
  });
}

/** Wire up the switch of a story's page that shows who says what. */
export function watchSources() {
  /** @type {HTMLInputElement | null} */
  const box = document.querySelector("input[name=says]");
  if (!box) return;
  box.checked = root.hasAttribute("data-says");
  box.addEventListener("change", () => {
    root.toggleAttribute("data-says", box.checked);
    keep("gloss-says", box.checked ? "on" : "");
  });
}

/** @param {string} theme light, dark, or empty for the system's own */
function setTheme(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  keep("gloss-theme", theme);
}

/** @param {string} mark @param {boolean} shown */
function setMark(mark, shown) {
  const marks = off();
  if (shown) marks.delete(mark);
  else marks.add(mark);
  root.dataset.off = [...marks].join(" ");
  keep("gloss-off", root.dataset.off);
}

/** @param {HTMLElement} panel */
function show(panel) {
  const hidden = off();
  for (const input of panel.querySelectorAll("input")) {
    if (input.name === "theme") input.checked = input.value === (root.dataset.theme || "");
    else if (input.name === "key") input.checked = kept("gloss-key") !== "off";
    else {
      input.checked = !hidden.has(input.value);
      input.disabled = input.value !== "all" && hidden.has("all");
    }
  }
}

/** @param {EventTarget | null} element */
const isTyping = (element) =>
  element instanceof HTMLElement && (element.isContentEditable || element.matches("input:not([type=checkbox], [type=radio]), textarea, select"));
