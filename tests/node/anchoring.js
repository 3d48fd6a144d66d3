// Anchor a story's annotations in its page with the libraries that clients use.
import { createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import * as forgiving from "dom-anchor-text-quote";

const MARKS = {
  identifying: "a.name",
  tagging: ".date, .duration, .set",
  highlighting: ".quote, .report, figure.callout > blockquote > p",
};

const LONGEST = 32; // that the forgiving one can look for

/** Where a range, or an element, stands: the passage, how far in it, and the words. */
function placeOf(range, passage) {
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return [passage.id, before.toString().length, range.toString()];
}

function rangeOf(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

async function anchored(target) {
  const { value, refinedBy } = target.selector;
  const passage = document.getElementById(value);
  const strict = [];
  for await (const range of createTextQuoteSelectorMatcher(refinedBy)(passage)) strict.push(placeOf(range, passage));
  const short = { ...refinedBy, suffix: refinedBy.suffix?.slice(0, LONGEST) };
  const near = forgiving.toTextPosition(passage, short);
  const words = near && passage.textContent.slice(near.start, near.end);
  return { strict, forgiving: near && [value, near.start, words], exact: refinedBy.exact };
}

function marked(selector) {
  const found = [...document.querySelectorAll(`.story-text :is(${selector})`)].filter((e) => !e.closest("[data-gloss]"));
  return found.map((element) => {
    const passage = element.closest("p[id], .block > [id]");
    return placeOf(rangeOf(element), passage);
  });
}

/** All annotations of the page that is open, with what each selects, and all that the page marks. */
globalThis.anchorAll = async () => {
  const page = await (await fetch("annotations.jsonld")).json();
  const text = [...(await (await fetch("text.txt")).text())];
  const found = [];
  for (const item of page.items) {
    const [quotes, positions] = [[], []];
    for (const target of item.target) {
      if (target.source === "./") quotes.push(await anchored(target));
      else positions.push(text.slice(...target.split("=")[1].split(",")).join(""));
    }
    found.push({ motivation: item.motivation, quotes, positions });
  }
  const marks = Object.fromEntries(Object.entries(MARKS).map(([kind, selector]) => [kind, marked(selector)]));
  return { found, marks };
};
