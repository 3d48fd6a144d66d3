// What both pages of the desk do: find, make and ask.

export const at = (id) => document.getElementById(id);

export function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

export function button(text, clicked) {
  const made = element("button", text);
  made.type = "button";
  made.addEventListener("click", clicked);
  return made;
}

/** Ask the desk; what it cannot do is said in the footer. */
export async function ask(path, body) {
  const options = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  try {
    const answer = await fetch(path, options);
    const isJson = answer.headers.get("Content-Type") === "application/json";
    const said = isJson ? await answer.json() : { problem: await answer.text() };
    if (answer.ok) return said;
    at("said").textContent = said.problem;
  } catch {
    at("said").textContent = "The desk does not answer. What was written stays; start it again.";
  }
  return null;
}

/** Say in the page's head how much came in, once the page stands: nothing waits for it. */
export async function tellNews() {
  const came = await ask("/came-in/list");
  if (!came) return;
  const much = came.counts.new + came.copies.length + came.faults.length + came.lost.length;
  at("news").textContent = much ? `what came in (${much})` : "what came in";
}
