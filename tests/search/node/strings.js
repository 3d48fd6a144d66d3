// What the scripts say, on a page of some language with that language's words.

import { readFileSync } from "node:fs";

const { lang = "en", words = null, say } = JSON.parse(readFileSync(0, "utf8"));
globalThis.document = {
  documentElement: { lang },
  querySelector: () => words && { textContent: JSON.stringify(words) },
};
const { ENGLISH, sayCount } = await import("../search/strings.js");
const said = say.map((n) => sayCount("results", n));
process.stdout.write(JSON.stringify({ english: ENGLISH, said }));
