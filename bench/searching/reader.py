"""A reader at the real page, in Chromium: what a search fetches, how long a letter takes."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.searching.host import Wire

# One letter, from its event to the list that answers it.
LETTER = """async (text) => {
  const input = document.querySelector("#q"), results = document.querySelector("#search-results");
  const start = performance.now();
  const done = new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (results.hasAttribute("aria-busy")) return;
      seen.disconnect();
      resolve(performance.now() - start);
    });
    seen.observe(results, { attributeFilter: ["aria-busy"] });
    setTimeout(() => resolve(20000), 20000);
  });
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  return done;
}"""
# What a page fetches because of the search.
SEARCH = ("/js/search", ".json", "/search/lunr.js")
# Plain Lunr: its index is fetched and read whole, then asked; milliseconds of each.
LUNR = """async (queries) => {
  const { default: lunr } = await import(location.origin + "/search/lunr.js");
  const answer = await fetch(location.origin + "/lunr.json");
  const text = await answer.text();
  const start = performance.now();
  const index = lunr.Index.load(JSON.parse(text));
  const read = performance.now() - start;
  const asked = queries.map((query) => {
    const before = performance.now();
    index.search(query);
    return performance.now() - before;
  });
  return [read, asked];
}"""
PAGEFIND = """async (text) => {
  const pagefind = await import(location.origin + "/pagefind/pagefind.js");
  const found = await pagefind.search(text);
  await Promise.all(found.results.slice(0, 5).map((result) => result.data()));
  return found.results.length;
}"""


@dataclass
class Looked:
    """One search: requests and bytes of the first, bytes of another, milliseconds a letter."""

    query: str
    requests: int
    first: int
    further: int
    letters: list[float]
    memory: float


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    """Start Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


def look(browser: Browser, address: str, wire: Wire, query: str, other: str) -> Looked:
    """Search on a fresh page, then for something else, then type the first letter by letter."""
    wire.clear()
    page = _fresh(browser, f"{address}search/")
    _search(page, query)
    requests, first = wire.of(*SEARCH)
    wire.clear()
    _search(page, other)
    _, further = wire.of(*SEARCH)
    ends = range(max(1, len(query) - 5), len(query) + 1)
    for end in ends:
        page.evaluate(LETTER, query[:end])
    letters = [page.evaluate(LETTER, query[:end]) for end in ends]
    memory = _memory_of_worker(browser, page)
    page.context.close()
    return Looked(query, requests, first, further, letters, memory)


def look_with_pagefind(
    browser: Browser, address: str, wire: Wire, queries: Sequence[str]
) -> tuple[float, float]:
    """Return the median requests and bytes of a first search with Pagefind, five results shown."""
    seen = []
    for query in queries:
        page = _fresh(browser, f"{address}stories/story-0/")
        wire.clear()
        page.evaluate(PAGEFIND, query)
        seen.append(wire.of("/pagefind/"))
        page.context.close()
    return statistics.median(n for n, _ in seen), statistics.median(size for _, size in seen)


def look_with_lunr(
    browser: Browser, address: str, queries: Sequence[str]
) -> tuple[float, list[float]]:
    """Return the milliseconds that lunr.js takes to read ``/lunr.json``, and for each query."""
    page = _fresh(browser, f"{address}search/")
    read, asked = page.evaluate(LUNR, list(queries))
    page.context.close()
    return read, asked


def first_bytes(browser: Browser, address: str, wire: Wire, query: str) -> int:
    """Return the bytes of a first search."""
    wire.clear()
    page = _fresh(browser, f"{address}search/")
    _search(page, query)
    page.context.close()
    return wire.of(*SEARCH)[1]


def _fresh(browser: Browser, address: str) -> Page:
    page = browser.new_context().new_page()
    page.goto(address, wait_until="networkidle")
    return page


def _search(page: Page, query: str) -> None:
    page.locator("#q").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")
    page.locator("#search-status:not(:empty)").wait_for()
    page.wait_for_timeout(700)


def _memory_of_worker(browser: Browser, page: Page) -> float:
    """Megabytes of JavaScript in the worker, by Chrome's own count."""
    del page
    session = browser.new_browser_cdp_session()
    targets = session.send("Target.getTargets", {"filter": [{}]})["targetInfos"]
    workers = [target for target in targets if target["type"] == "worker"]
    if not workers:
        return 0.0
    answers: list[dict[str, Any]] = []
    session.on(
        "Target.receivedMessageFromTarget",
        lambda event: answers.append(json.loads(event["message"])),
    )
    attached = session.send(
        "Target.attachToTarget", {"targetId": workers[-1]["targetId"], "flatten": False}
    )
    for number, method in enumerate(("HeapProfiler.collectGarbage", "Runtime.getHeapUsage")):
        message = json.dumps({"id": number, "method": method})
        session.send(
            "Target.sendMessageToTarget",
            {"sessionId": attached["sessionId"], "message": message},
        )
    for _ in range(50):
        used = [a["result"]["usedSize"] for a in answers if "usedSize" in a.get("result", {})]
        if used:
            return float(used[0]) / 1e6
        session.send("Target.getTargets")
    return 0.0
