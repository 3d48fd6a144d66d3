// One search over several digests: each is asked by its own index, and what all find stands together
// by date. Scores of two indexes cannot be compared: each weighs a word by its own collection.

/**
 * @typedef {import("./client.js").Client} Client
 * @typedef {import("./client.js").Messages} Messages
 * @typedef {import("./search.js").Answer} Answer
 * @typedef {import("./search.js").Item} Item
 * @typedef {import("./search.js").Query} Query
 * @typedef {import("./search.js").Count} Count
 *
 * @typedef {{client: Client, root: string, name: string}} Source a digest; its name is empty for this one
 * @typedef {{source: Source, query: Query, items: Item[], next: number, more: boolean, failed?: boolean}} Stream what one has found
 * @typedef {{elsewhere?: {name: string, root: string, url: string}[]}} Joined
 */

const FURTHER = 10;
// A name that several digests have is one result: enough are at hand at once to join them.
const NAMES = 40;

/**
 * What a page asks in the place of one client's `ask`. The archives are asked once a line is finished:
 * while it is typed this digest alone answers.
 * @param {Source} own
 * @param {Source[]} archives
 * @returns {<Name extends keyof Messages>(name: Name, message: Messages[Name][0]) => Promise<Messages[Name][1]>}
 */
export default function askTogether(own, archives) {
  const every = [own, ...archives];
  /** @type {Omit<Answer, "items" | "next" | "more">} what is said of the search that is shown */
  let said = { total: 0, kinds: {}, phrases: false };
  /** @type {Stream[]} */
  let streams = [];
  /** @type {Map<string, Item>} by what it is of, the names that are shown */
  let named = new Map();

  /** @param {Query} query @returns {Promise<Answer>} */
  async function search(query) {
    const { from = 0, size = FURTHER } = query;
    if (!from) await begin(query);
    const mine = streams;
    const items = await take(mine, size, named);
    const twice = items.reduce((sum, { elsewhere = [] }) => sum + elsewhere.length, 0);
    const unreached = [...new Set([...said.unreached ?? [], ...mine.filter(({ failed }) => failed).map(({ source }) => called(source))])];
    if (mine === streams) said = { ...said, unreached, total: said.total - twice, kinds: { ...said.kinds, name: said.kinds.name - twice } };
    return { ...said, items, next: from + items.length, more: mine.some((one) => one.items.length || one.more) };
  }

  /** @param {Query} query */
  async function begin(query) {
    const asked = query.typing ? [own] : every;
    const dated = { ...query, sort: /** @type {const} */ ("date"), size: query.kind === "name" ? NAMES : query.size };
    // Where one digest holds all of the words, the others need not guess what was meant.
    let found = await everywhere(asked, "search", { query: { ...dated, strict: true } });
    const strict = found.answers.some(({ answer }) => answer.total);
    if (!strict) found = await everywhere(asked, "search", { query: dated });
    named = new Map();
    streams = found.answers.map(({ source, answer: { items, next, more } }) =>
      ({ source, query: { ...dated, strict }, items: items.map((item) => of(source, item)), next, more }));
    said = { ...summed(found.answers.map(({ answer }) => answer)), unreached: found.unreached };
  }

  /** @type {{[Name in keyof Messages]: (message: Messages[Name][0]) => Promise<Messages[Name][1]>}} */
  const answers = {
    search: ({ query }) => search(query),
    count: async ({ query }) => {
      const asked = query.typing ? [own] : every;
      return addedUp((await everywhere(asked, "count", { query })).answers.map(({ answer }) => answer));
    },
    labels: async ({ filters }) => {
      const found = (await everywhere(every, "labels", { filters })).answers.map(({ answer }) => answer.labels);
      /** @param {string} facet @param {string} value */
      const label = (facet, value) => found.map((labels) => labels[facet]).find((one) => one !== value) ?? value;
      return { labels: Object.fromEntries(Object.entries(filters).map(([facet, value]) => [facet, label(facet, value)])) };
    },
    suggest: (message) => own.client.ask("suggest", message),
  };
  return (name, message) => answers[name](message);
}

/**
 * Ask several digests the same. One that cannot be reached is named, where another can.
 * @template {keyof Messages} Name
 * @param {Source[]} sources
 * @param {Name} name
 * @param {Messages[Name][0]} message
 * @returns {Promise<{answers: {source: Source, answer: Messages[Name][1]}[], unreached: string[]}>}
 */
async function everywhere(sources, name, message) {
  const asked = await Promise.allSettled(sources.map(({ client }) => client.ask(name, message)));
  const failed = asked.filter((one) => one.status === "rejected");
  if (failed.length === asked.length) throw failed[0].reason;
  const answers = asked.flatMap((one, i) => (one.status === "fulfilled" && !("overtaken" in one.value) ? [{ source: sources[i], answer: one.value }] : []));
  return { answers, unreached: sources.filter((_, i) => asked[i].status === "rejected").map(called) };
}

/** What a digest is called in what is said to a reader. @param {Source} source */
const called = ({ name, root }) => name || root;

/** A result as it is shown among those of other digests. @param {Source} source @param {Item} item @returns {Item} */
const of = ({ root, name }, item) => ({ ...item, root, archive: name });

/**
 * The newest of what several have found, as many as there is room for.
 * @param {Stream[]} streams
 * @param {number} size
 * @param {Map<string, Item>} named
 */
async function take(streams, size, named) {
  /** @type {Item[]} */
  const items = [];
  while (items.length < size) {
    await Promise.all(streams.filter((one) => !one.items.length && one.more).map(refill));
    const [first] = streams.filter((one) => one.items.length).sort((a, b) => dayOf(b) - dayOf(a));
    if (!first) break;
    const item = /** @type {Item} */ (first.items.shift());
    if (item.kind !== "name") items.push(item);
    else if (!named.has(keyOf(item))) items.push(joined(item, streams, named));
  }
  return items;
}

/** Ask for what follows; one that is reached no more has had its say, and costs the others nothing. @param {Stream} stream */
async function refill(stream) {
  const { source, query, next } = stream;
  try {
    const answer = await source.client.ask("search", { query: { ...query, from: next, size: FURTHER } });
    Object.assign(stream, { items: answer.items.map((item) => of(source, item)), next: answer.next, more: answer.more });
  } catch {
    Object.assign(stream, { more: false, failed: true });
  }
}

/** @param {Stream} stream */
const dayOf = ({ items }) => items[0].day ?? 0;

/** By what a name is known in every digest of one register. @param {Item} item */
const keyOf = ({ nameKind, title }) => `${nameKind}:${title}`;

/**
 * A name with all digests that have it.
 * @param {Item} item
 * @param {Stream[]} streams
 * @param {Map<string, Item>} named
 */
function joined(item, streams, named) {
  const same = streams.flatMap(({ items }) => items).filter((other) => other.kind === "name" && keyOf(other) === keyOf(item));
  const stories = same.reduce((sum, other) => sum + (other.stories ?? 0), item.stories ?? 0);
  const elsewhere = same.map(({ archive = "", root = "", url }) => ({ name: archive, root, url }));
  const whole = { ...item, stories, elsewhere };
  named.set(keyOf(item), whole);
  return whole;
}

/** Several answers as one, without their results: what is said of the line is the first's that says it. @param {Answer[]} answers */
function summed(answers) {
  /** @template {keyof Answer} Key @param {Key} key @returns {Answer[Key] | undefined} */
  const first = (key) => answers.map((answer) => answer[key]).find((one) => one !== undefined && one !== "");
  return {
    ...{ meant: first("meant"), short: first("short"), hint: first("hint"), whole: first("whole") },
    total: answers.reduce((sum, answer) => sum + answer.total, 0),
    kinds: addedUp(answers.map(({ kinds }) => ({ kinds, counts: {} }))).kinds,
    phrases: answers.some((answer) => answer.phrases),
  };
}

/** Counts of several digests as one: a value that they share, as names of one register are, stands once. @param {Count[]} some @returns {Count} */
function addedUp(some) {
  /** @type {Count} */
  const whole = { kinds: {}, counts: {} };
  for (const { kinds = {}, counts = {} } of some) {
    for (const [kind, count] of Object.entries(kinds)) whole.kinds[kind] = (whole.kinds[kind] ?? 0) + count;
    for (const [facet, values] of Object.entries(counts)) {
      const rows = (whole.counts[facet] ??= []);
      for (const value of values) {
        const known = rows.find((row) => row.value === value.value);
        if (known) known.count += value.count;
        else rows.push({ ...value });
      }
    }
  }
  return whole;
}
