// What every script here needs: JSON from standard input, the index from disk, Lunr.

import { readFileSync } from "node:fs";
import { Shelf } from "../search/shelf.js";
import { wordFinder } from "../search/words.js";

export const given = JSON.parse(readFileSync(0, "utf8"));
export const folder = process.argv[2];

globalThis.fetch = async (address) => {
  const path = `${folder}/search/${address.split("?")[0]}`;
  try {
    const content = readFileSync(path, "utf8");
    return { ok: true, status: 200, json: async () => JSON.parse(content) };
  } catch {
    return { ok: false, status: 404 };
  }
};

export async function open() {
  const { default: lunr } = await import(`${folder}/search/lunr.js`);
  const shelf = new Shelf("");
  const manifest = await shelf.manifest();
  return { lunr, shelf, manifest, words: wordFinder(manifest.words) };
}

export const answer = (value) => process.stdout.write(JSON.stringify(value));
