/** The reader's choices: light or dark, and which marks are shown. */
import { keep, kept } from "./keeping.js";

const root = document.documentElement;
const off = () => new Set((root.dataset.off || "").split(" ").filter(Boolean));

/** Wire up the panel of choices, and the key that turns all marks off and on. */
export function watchReading() {
  const panel = document.getElementById("reading");
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(".reading-button");
  if (!panel || !button || !panel.showPopover) return;
  panel.popover = "auto";
  panel.hidden = false;
  button.popoverTargetElement = panel;
  show(panel);
  panel.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === "theme") setTheme(target.value);
    else if (target.name === "key") keep("gloss-key", target.checked ? "" : "off");
    else if (target.name === "mark") setMark(target.value, target.checked);
    show(panel);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "m" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || kept("gloss-key") === "off") return;
    if (!panel.querySelector("[value=all]")) return;
    setMark("all", off().has("all"));
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
