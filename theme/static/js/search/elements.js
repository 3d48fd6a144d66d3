// Elements from plain data: text is text, whatever stands in it.

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | EventListener>} [attributes] `on…` is a listener
 * @param {...(Node | string | null)} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== "") element.setAttribute(name, value);
  }
  for (const child of children) if (child !== null && child !== "") element.append(child);
  return element;
}

/**
 * @param {import("./passages.js").Piece[]} pieces
 * @returns {(Node | string)[]} text, with `mark` elements in it
 */
export function marked(pieces) {
  return pieces.map(({ text, marked: on }) => (on ? el("mark", {}, text) : text));
}
