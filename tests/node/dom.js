// A document for modules that show something, where there is no browser.

import { parseHTML } from "linkedom";

/** @param {string} body */
export function page(body) {
  const { window, document } = parseHTML(`<html lang="en"><body>${body}</body></html>`);
  Object.assign(globalThis, { document, Node: window.Node, Element: window.Element, NodeFilter: window.NodeFilter,
    HTMLElement: window.HTMLElement, HTMLInputElement: window.HTMLInputElement });
  return document;
}
