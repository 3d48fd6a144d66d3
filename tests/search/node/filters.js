// Values of filters in, the documents that each lets through out; and what is counted without a word.

import { Filters } from "../search/filters.js";
import { refOf } from "../search/keys.js";
import { answer, given, open } from "./load.js";

const { shelf, manifest } = await open();
const filters = new Filters(shelf, manifest);
/** @type {[string, string[] | null][]} */
const found = [];
for (const [facet, value] of given.values) {
  const row = await filters.value(facet, value);
  found.push([row?.label, [...(row?.keys ?? [])].map(refOf).sort()]);
}
answer({ found, first: await filters.values("year").then((rows) => rows.map(({ value }) => value)) });
