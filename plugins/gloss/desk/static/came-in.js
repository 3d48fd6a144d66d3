// What came in: each kind under a heading of its own, with what can be done about it.

import { ask, at, button, element } from "./asking.js";

const KINDS = [
  ["faults", "What could not be used", fault],
  ["lost", "Corrections whose words are gone", lost],
  ["copies", "Stories that say again what another says", copy],
  ["new", "New stories", fresh],
  ["waiting", "Seeds that the next build reads", (name) => element("li", name)],
];

async function load() {
  const now = await ask("/came-in/list");
  if (!now) return;
  const shown = KINDS.filter(([kind]) => now[kind].length).map((one) => section(now, ...one));
  at("came").replaceChildren(...shown);
  at("left").textContent = told(now);
}

function told({ counts, copies, faults, lost: gone }) {
  const said = [`${counts.new} new`];
  if (copies.length) said.push(`${copies.length} told again`);
  if (faults.length) said.push(`${faults.length} not used`);
  if (gone.length) said.push(`${gone.length} lost`);
  return said.join(", ");
}

function section(now, kind, title, item) {
  const made = element("section", "");
  const heading = element("h2", title);
  heading.id = kind;
  made.setAttribute("aria-labelledby", kind);
  const list = element("ul", "");
  list.append(...now[kind].map(item));
  made.append(heading, list);
  if (kind !== "new") return made;
  const slugs = now.new.map(({ slug }) => slug);
  const left = now.counts.new - slugs.length;
  if (left > 0) made.append(element("p", `… and ${left} more`));
  made.append(button(slugs.length === 1 ? "seen" : `all ${slugs.length} seen`, () => act({ do: "seen", slugs })));
  return made;
}

function fresh(story) {
  const made = element("li", "");
  const steps = [["seen", () => act({ do: "seen", slugs: [story.slug] })]];
  if (story.status !== "retracted") steps.push(["retract …", (event) => askWhy(event.target, story)]);
  made.append(headline(story), buttons(steps));
  return made;
}

function copy(story) {
  const made = element("li", "");
  const { first } = story;
  const says = element("p", `${story.share} % of the shorter one stands in the other; it is shown under `);
  says.append(headline(first));
  made.append(headline(story), says);
  made.append(buttons([
    ["leave it so", () => act({ do: "leave", slug: story.slug, was: story.status })],
    ["keep apart", () => act({ do: "apart", slug: story.slug, other: first.slug, was: story.status })],
    ["show this instead", () => act({ do: "hide", slug: first.slug, was: first.status })],
    ["hide this", () => act({ do: "hide", slug: story.slug, was: story.status })],
    ["retract this …", (event) => askWhy(event.target, story)],
  ]));
  return made;
}

function fault({ file, line, says, words }) {
  const made = element("li", "");
  made.append(element("code", line ? `${file}:${line}` : file), ` ${says}`);
  if (words) made.append(element("blockquote", words));
  return made;
}

function lost({ slug, title, says, id }) {
  const made = element("li", "");
  made.append(headline({ slug, title }), element("p", says), buttons([
    ["take it out", () => act({ do: "out", slug, id })],
  ]));
  return made;
}

function headline({ slug, title, source, published, status, asked }) {
  const made = element("span", "");
  const link = element("a", title);
  link.href = `/static/story.html?slug=${encodeURIComponent(slug)}`;
  const told = [source, published, status === "published" ? "" : status];
  if (asked) told.push(asked === 1 ? "1 doubt" : `${asked} doubts`);
  made.append(link, element("small", told.filter(Boolean).map((one) => ` · ${one}`).join("")));
  return made;
}

function buttons(choices) {
  const made = element("p", "");
  made.className = "steps";
  made.append(...choices.map(([label, step]) => button(label, step)));
  return made;
}

/** Readers are told why a story is retracted, so it is asked before anything is written. */
function askWhy(beside, { slug, status }) {
  const form = element("form", "");
  const label = element("label", "Why? Readers are told. ");
  const why = element("input", "");
  why.required = true;
  label.append(why);
  const submit = element("button", "Retract");
  form.append(label, submit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act({ do: "retract", slug, why: why.value, was: status });
  });
  beside.closest("li").append(form);
  beside.disabled = true;
  why.focus();
}

async function act(step) {
  const wrote = await ask("/came-in", step);
  await load();
  if (!wrote) return;
  const files = wrote.wrote.join(", ");
  at("said").textContent = files ? `Wrote ${files}; the next build publishes it.` : "Seen.";
  at("came").focus();
}

at("undo").addEventListener("click", async () => {
  const undone = await ask("/undo", {});
  await load();
  if (undone) at("said").textContent = undone.taken_back ? "Taken back." : "Nothing to take back.";
});
load();
