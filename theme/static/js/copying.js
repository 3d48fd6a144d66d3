/** Copy buttons: for citations, and for permalinks to paragraphs, quotations and dates. */

const page = document.getElementById("page");
// What the buttons say; the page carries it where it speaks another language than English.
/** @type {Record<string, string | undefined>} */
const words = {
  ...{ copy: "Copy", copyLink: "Copy link", cite: "Cite", copied: "Copied" },
  paragraph: "Link to paragraph {n}",
  notCopied: "The browser does not allow copying",
  ...page?.dataset,
};
const FIRST_WORDS = 6;

/** Put a button beside everything that can be copied. */
export function offerCopies() {
  nameParagraphs();
  if (!navigator.clipboard) return;
  for (const place of document.querySelectorAll("[data-copy]")) {
    const text = (place.textContent ?? "").trim();
    place.append(button(words.copy, () => text));
  }
  for (const caption of document.querySelectorAll(".callout")) {
    const place = caption.querySelector("figcaption") || caption;
    place.append(button(words.copyLink, () => permalink(caption)));
  }
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a[data-permalink]");
  for (const link of links) {
    link.parentElement?.append(button(words.copyLink, () => link.href)); // behind a date: it hides none
    const said = link.closest(".said");
    if (said) link.parentElement?.append(button(words.cite, () => citation(said, link)));
  }
  document.addEventListener("click", (event) => {
    const number = event.target instanceof Element && event.target.closest("a.par");
    const paragraph = number && document.getElementById(number.getAttribute("href")?.split("#")[1] ?? "");
    if (paragraph) copy(permalink(paragraph));
  });
}

/** Say what a number in the margin is, to those who hear it. */
function nameParagraphs() {
  for (const number of document.querySelectorAll("a.par")) {
    number.setAttribute("aria-label", (words.paragraph ?? "").replace("{n}", number.textContent ?? ""));
  }
}

/**
 * A quotation's citation: its words, who speaks, its story with the day, the digest, its place.
 * @param {Element} said
 * @param {HTMLAnchorElement} link
 */
function citation(said, link) {
  const [spoken, by, day] = [".words, blockquote", "figcaption > .name, .who", "time, .when"].map((part) =>
    [...said.querySelectorAll(part)].map((found) => (found.textContent ?? "").trim()),
  );
  const whole = spoken.length > 1 ? spoken.slice(1).join(" … ") : spoken[0];
  const speaker = by[0] ?? document.querySelector("h1")?.textContent?.split(":")[0];
  const story = [link.textContent, day[0]].filter(Boolean).join("”, ");
  const site = document.querySelector(".site-name")?.textContent?.trim();
  return `“${whole.replace(/^“|”$/gu, "")}” (${speaker}). “${story}${day[0] ? "" : "”"}. In: ${site}. ${link.href}`;
}

/** @param {string | undefined} label @param {() => string} text to copy */
function button(label, text) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copy";
  made.textContent = label ?? "";
  made.addEventListener("click", () => copy(text(), made));
  return made;
}

/** @param {string} text @param {HTMLElement} [from] the button that was pressed */
async function copy(text, from) {
  try {
    await navigator.clipboard.writeText(text);
    say(words.copied, from);
  } catch {
    say(words.notCopied, from);
  }
}

/**
 * Tell what happened: on the button for those who look, in a live region for those who listen.
 * @param {string} [what]
 * @param {HTMLElement} [from]
 */
function say(what = "", from) {
  let region = document.getElementById("said-aloud");
  if (!region) {
    region = document.createElement("p");
    region.id = "said-aloud";
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = what;
  if (!from) return;
  const label = from.dataset.label || from.textContent || "";
  from.dataset.label = label;
  from.textContent = what;
  setTimeout(() => {
    from.textContent = label;
  }, 1600);
}

/**
 * The address of a part of the page. A text fragment goes with it: where the anchor is gone one day,
 * the words are still found.
 * @param {Element} element
 */
function permalink(element) {
  const address = new URL(location.href);
  const text = ((element.querySelector("blockquote") || element).textContent ?? "").trim();
  const first = text.split(/\s+/u).slice(0, FIRST_WORDS).join(" ");
  const encoded = encodeURIComponent(first).replaceAll("-", "%2D");
  address.hash = "";
  return `${address.href.replace(/#$/u, "")}#${element.id}:~:text=${encoded}`;
}
