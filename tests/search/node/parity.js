// The cut index and a whole one, asked the same: what differs is the answer.

import { Engine, TooBroad } from "../search/engine.js";
import { refOf } from "../search/keys.js";
import { best } from "../search/scoring.js";
import { answer, given, open } from "./load.js";
import { wholeIndex } from "./whole.js";

const { lunr, shelf, manifest } = await open();
const { index, vocabulary } = wholeIndex(lunr, manifest.fields, given.documents);
const engine = new Engine(lunr, shelf, manifest);

const TOP = 5;
let state = given.seed;
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state % below;
}
const pick = (things) => things[(random(1 << 30) >> 7) % things.length];

const fields = Object.keys(manifest.fields);
const wordsOf = given.documents.flatMap((document) => fields.flatMap((field) => document[field] ?? []));
const word = () => (random(512) < 400 ? pick(wordsOf) : pick(vocabulary));
const SHAPES = {
  word: () => ({ term: word() }),
  field: () => ({ term: word(), fields: [pick(fields)] }),
  boost: () => ({ term: word(), boost: 1 + random(9) }),
  exact: () => ({ term: word(), usePipeline: false }),
  begun: () => ({ term: `${word()}*`, usePipeline: true }),
  prefix: () => ({ term: `${word().slice(0, 3)}*`, usePipeline: false }),
  suffix: () => ({ term: `*${word().slice(-4)}`, usePipeline: false }),
  inner: () => { const w = word(); return { term: `${w.slice(0, 2)}*${w.slice(-2)}`, usePipeline: false }; },
  fuzzy: () => ({ term: word(), editDistance: 1 }),
  fuzzy2: () => ({ term: word(), editDistance: 2 }),
  required: () => ({ term: word(), presence: 2 }),
  prohibited: () => ({ term: word(), presence: 3 }),
  unknown: () => ({ term: `${word()}qx`, presence: 1 + random(3) }),
};
const shapes = Object.keys(SHAPES);

const near = (a, b) => Math.abs(a - b) < 1e-9;

/** The same documents with the same scores, and the scores in the same order. */
function same(cut, whole) {
  if (cut.length !== whole.length) return false;
  const scores = new Map(whole.map((match) => [match.ref, match.score]));
  return cut.every(({ ref, score }, i) => near(score, whole[i].score) && scores.has(ref) && near(score, scores.get(ref)));
}

/** What is worked out for all documents is what Lunr says of them, and picks Lunr's best. */
function sameScores({ keys, scores }, whole) {
  const expected = new Map(whole.map((match) => [match.ref, match.score]));
  if (keys.length !== whole.length) return false;
  if (!keys.every((key, i) => near(scores[i], expected.get(refOf(key)) ?? -1))) return false;
  const few = best({ keys, scores }, TOP).map((key) => expected.get(refOf(key))).sort((a, b) => b - a);
  return few.every((score, i) => near(score, whole[i].score));
}

const report = { asked: {}, broad: 0, sameOrder: 0, withResults: 0, different: [] };
for (let number = 0; number < given.queries; number++) {
  const clauses = Array.from({ length: 1 + random(4) % 4 }, (_, i) => {
    const shape = i ? pick(shapes) : shapes[number % shapes.length];
    report.asked[shape] = (report.asked[shape] ?? 0) + 1;
    return SHAPES[shape]();
  });
  const whole = index.query((query) => clauses.forEach((clause) => query.clause({ ...clause })));
  try {
    const prepared = await engine.prepare(clauses);
    const scored = await engine.score(prepared);
    const cut = engine.rank(prepared, scored.keys);
    if (!same(cut, whole) || !sameScores(scored, whole)) {
      report.different.push({ clauses, sizes: [cut.length, scored.keys.length, whole.length] });
    }
    if (cut.every((match, i) => match.ref === whole[i]?.ref)) report.sameOrder += 1;
    if (whole.length) report.withResults += 1;
  } catch (error) {
    if (!(error instanceof TooBroad)) throw error;
    report.broad += 1;
  }
}
answer(report);
