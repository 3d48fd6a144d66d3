// The cut index and a whole one, asked the same: what differs is the answer.

import { Engine, TooBroad } from "../search/engine.js";
import { answer, given, open } from "./load.js";
import { wholeIndex } from "./whole.js";

const { lunr, shelf, manifest } = await open();
const { index, vocabulary } = wholeIndex(lunr, manifest.fields, given.documents);
const engine = new Engine(lunr, shelf, manifest);

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

function same(cut, whole) {
  if (cut.length !== whole.length) return false;
  const scores = new Map(whole.map((match) => [match.ref, match.score]));
  const order = cut.every((match, i) => Math.abs(match.score - whole[i].score) < 1e-9);
  return order && cut.every(({ ref, score }) => scores.has(ref) && Math.abs(scores.get(ref) - score) < 1e-9);
}

const report = { asked: {}, broad: 0, sameOrder: 0, withResults: 0, different: [] };
for (let number = 0; number < given.queries; number++) {
  const clauses = Array.from({ length: 1 + random(4) % 4 }, (_, i) => {
    const shape = i ? pick(shapes) : shapes[number % shapes.length];
    report.asked[shape] = (report.asked[shape] ?? 0) + 1;
    return SHAPES[shape]();
  });
  const whole = index.query((query) => clauses.forEach((clause) => query.clause({ ...clause })));
  const full = clauses.map((clause) => {
    const query = new lunr.Query(fields);
    return query.clause({ ...clause }).clauses[0];
  });
  try {
    const cut = await engine.ask(full);
    if (!same(cut, whole)) report.different.push({ clauses, cut: cut.slice(0, 3), whole: whole.slice(0, 3), sizes: [cut.length, whole.length] });
    if (cut.every((match, i) => match.ref === whole[i]?.ref)) report.sameOrder += 1;
    if (whole.length) report.withResults += 1;
  } catch (error) {
    if (!(error instanceof TooBroad)) throw error;
    report.broad += 1;
  }
}
answer(report);
