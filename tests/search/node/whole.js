// One whole Lunr index over documents, made by lunr.js's own Builder.

import { formsPipeline } from "../search/forms.js";
import { wordsBeginning } from "../search/vocabulary.js";

/**
 * @param {object} lunr
 * @param {Record<string, number>} fields with their boosts
 * @param {Record<string, string | string[]>[]} documents `ref`, and the words of each field
 */
export function wholeIndex(lunr, fields, documents) {
  const builder = new lunr.Builder();
  builder.ref("ref");
  for (const [field, boost] of Object.entries(fields)) builder.field(field, { boost });
  for (const document of documents) builder.add(document);
  const sorted = Object.keys(builder.invertedIndex).sort();
  builder.searchPipeline = formsPipeline(lunr, (beginning) => wordsBeginning(sorted, beginning));
  return { index: builder.build(), vocabulary: sorted };
}
