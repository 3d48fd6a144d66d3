"""Whatever is typed, in whatever mode, is answered."""

from __future__ import annotations

import random

CHARACTERS = [
    *"aabeehimnorstty  ''’\"\"*~^:+-.,&/\\()[]{}$|?!<>#@%=_0123",
    *"٣ßİΣа北😀\u0301\u200d\u202e\ud800",
]
FIELDS = ["title:", "text:", "quote:", "event:", "names:", "about:", "nothing:"]
FILTERS = ["person:zoe-o-brien", "2017", "", "x", "__proto__"]


def queries(number):
    chance = random.Random(20180919)
    for _ in range(number):
        pieces = chance.choices(CHARACTERS, k=chance.randrange(18))
        if chance.random() < 0.3:
            pieces.insert(chance.randrange(len(pieces) + 1), chance.choice(FIELDS))
        yield {
            "text": "".join(pieces),
            "typing": chance.random() < 0.5,
            "any": chance.random() < 0.3,
            "advanced": chance.random() < 0.4,
            "kind": chance.choice(["", "", "story", "quotation", "constructor"]),
            "filters": {chance.choice(["person", "year", "toString"]): chance.choice(FILTERS)},
            "sort": chance.choice(["relevance", "date"]),
            "counts": chance.random() < 0.2,
            "size": 3,
        }


def test_random_lines_are_answered(node, collection):
    report = node("fuzz.js", {"queries": list(queries(300))}, collection.folder)
    assert report["thrown"] == []
    assert report["longest"] < 10_000
