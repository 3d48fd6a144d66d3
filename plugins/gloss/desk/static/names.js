// All names of the digest: a list, and a search by the words that the site's search knows.

import { ask, at, element, tellNews } from "./asking.js";

export const addressOf = (id) => `/name?id=${encodeURIComponent(id)}`;

function link(name) {
  const made = element("a", name.name);
  made.href = addressOf(name.id);
  made.dir = "auto";
  return made;
}

function row(name) {
  const made = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  head.append(link(name));
  if (name.description) head.append(element("small", name.description));
  const line = name.line ? `line ${name.line}` : "–";
  const cells = [name.kind, name.stories, name.count, line].map((text) => element("td", text));
  made.append(head, ...cells);
  return made;
}

let asked = 0; // of two answers only that to the later question is shown

async function look() {
  const number = (asked += 1);
  const query = new URLSearchParams({ q: at("query").value, kind: at("kind").value });
  const found = await ask(`/names/list?${query}`);
  if (!found || number !== asked) return;
  history.replaceState(null, "", `/names?${query}`);
  if (at("kind").length === 1) at("kind").append(...found.kinds.map((kind) => element("option", kind)));
  const some = found.names.length < found.count ? `, the first ${found.names.length} of them here` : "";
  at("count").textContent = found.count === 1 ? "1 name" : `${found.count} names${some}`;
  at("names").replaceChildren(...found.names.map(row));
  at("problems").replaceChildren(...found.problems.map((line) => element("li", line)));
}

/** Two names that may be one: what leads to saying so, and what says that they are two. */
function pair({ id, mine, theirs, kept, part, slugs, titles }) {
  const made = document.createElement("li");
  const same = element("a", "the same");
  const query = part
    ? { id: mine.id, known: theirs.id, stories: slugs.join(" ") }
    : { id: kept, with: kept === mine.id ? theirs.id : mine.id };
  same.href = `/name?${new URLSearchParams(query)}`;
  same.setAttribute("aria-label", `the same: ${mine.name} and ${theirs.name}`);
  const two = element("button", "two");
  two.type = "button";
  two.setAttribute("aria-label", `two: ${mine.name} and ${theirs.name}`);
  two.addEventListener("click", async () => {
    const done = await ask("/names/decide", { id, value: "two" });
    await doubts();
    if (done) at("said").textContent = `Wrote ${done.wrote.join(", ")}.`;
    (at("pairs").querySelector("button") ?? at("query")).focus();
  });
  made.append("Is ", link(mine), ` (“${titles.slice(0, 3).join("”, “")}”) `, link(theirs), "? ", same, " ", two);
  return made;
}

async function doubts() {
  const pairs = (await ask("/names/perhaps")) ?? [];
  at("perhaps").hidden = !pairs.length;
  at("perhaps-count").textContent = pairs.length === 1 ? "2 names may be one" : `${pairs.length} pairs of names may be one`;
  at("pairs").replaceChildren(...pairs.map(pair));
}

at("undo").addEventListener("click", async () => {
  const undone = await ask("/undo", {});
  if (!undone) return;
  await Promise.all([doubts(), look()]);
  at("said").textContent = undone.taken_back ? "Taken back." : "Nothing to take back.";
});

const given = new URLSearchParams(location.search);
at("query").value = given.get("q") ?? "";
at("looking").addEventListener("submit", (event) => event.preventDefault());
at("query").addEventListener("input", look);
at("kind").addEventListener("change", look);
await Promise.all([look(), doubts()]);
if (given.get("kind")) {
  at("kind").value = given.get("kind");
  await look();
}
tellNews();
