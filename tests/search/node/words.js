// Texts in, their words out, by the rules that are given.

import { wordFinder } from "../search/words.js";
import { answer, given } from "./load.js";

const words = wordFinder(given.spec);
answer(given.texts.map((text) => words(text).map(({ word, start, end }) => [word, text.slice(start, end)])));
