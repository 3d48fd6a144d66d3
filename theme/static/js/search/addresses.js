// Where names stand on the site (gloss/urls.py).

/** @type {Record<string, string>} */
const FOLDERS = {
  person: "people", org: "organisations", place: "places", group: "groups", event: "events",
  work: "works", product: "products", law: "laws", topic: "topics",
};

/**
 * @param {string} id such as `person:leon-li`
 * @param {string} root the address of the site
 */
export function entityAddress(id, root) {
  const [kind, slug] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  return new URL(`${FOLDERS[kind]}/${slug}/`, root).href;
}
