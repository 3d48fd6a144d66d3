// A box that narrows the list below it as one types: rows that hold none of the words go away.

const form = document.querySelector("form.narrow");
const input = form?.querySelector("input[name=q]");
const count = form?.querySelector(".narrowed");

/** Letters as they are compared: without accents and case. @param {string | null} text */
const plain = (text) => (text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

if (input instanceof HTMLInputElement && count instanceof HTMLElement) {
  const rows = [...document.querySelectorAll("main .rows > li")].filter((row) => row instanceof HTMLElement);
  const texts = rows.map((row) => plain(row.textContent));
  input.addEventListener("input", () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => texts[i].includes(word));
      if (!row.hidden) shown += 1;
    });
    for (const section of document.querySelectorAll("main .letter")) {
      if (section instanceof HTMLElement) section.hidden = !section.querySelector(".rows > li:not([hidden])");
    }
    count.textContent = !words.length ? "" : shown ? shown.toLocaleString(document.documentElement.lang) : count.dataset.none ?? "";
  });
}
