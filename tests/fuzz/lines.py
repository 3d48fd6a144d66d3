"""Random settings, command lines and questions to the search, each as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

from gloss.hooks.expected import EXPECTED

from tests.fuzz.pieces import text, word

CHARACTERS = (
    *"aabeehimnorstty  ''’\"\"*~^:+-.,&/\\()[]{}$|?!<>#@%=_0123",
    *"٣ßİΣа北😀\u0301\u200d\u202e\ud800",
)
FIELDS = ("title:", "text:", "quote:", "event:", "names:", "about:", "nothing:")
FILTERS = ("person:zoe-o-brien", "2017", "", "x", "__proto__")
OPTIONS = ("--processes", "--register", "--model", "--tagger", "--odd", "-", "")
STORY = "Ann Lee said on Monday: “It is open.” The U.S. agreed in May 2018."


def settings(random: Random) -> bytes:
    """Return some of the settings, each with what it may be or with anything."""
    names = random.sample(sorted(EXPECTED), random.randrange(1, 6))
    return json.dumps({name: _value(random) for name in names}).encode()


def _value(random: Random) -> Any:
    makes: tuple[Callable[[], Any], ...] = (
        lambda: random.choice((None, True, False, 0, 1, 2, -1, 10**30, 0.5, "", "0", "all")),
        lambda: random.choice(("en", "de", "zh-Hant-TW", "ar", "xx", "story", "full", "spacy:x")),
        lambda: f"https://{word(random)}",
        lambda: f"{word(random)},2026-01",
        lambda: word(random),
        lambda: [word(random)],
        lambda: {word(random): 1},
    )
    return random.choice(makes)()


def command(random: Random) -> bytes:
    """Return arguments after ``gloss``, and what its input file holds."""
    arguments = ["annotate", "IN", "OUT"]
    for _ in range(random.randrange(3)):
        at = random.randrange(len(arguments) + 1)
        arguments[at:at] = [random.choice((*OPTIONS, word(random)))]
    if random.random() < 0.1:
        arguments = random.choices((*arguments, "steps", "--version", "--help"), k=2)
    lines = [_story(random) for _ in range(random.randrange(4))]
    return json.dumps({"arguments": arguments, "lines": lines}).encode()


def _story(random: Random) -> str:
    line = {
        "id": random.choice((1, "a", word(random), None, 1.5, [])),
        "text": random.choice((STORY, text(random), f"{text(random, 9)} {STORY}", 5)),
        "published": random.choice((None, "2019-01-01", "2019-02-30", "May", 3, word(random))),
    }
    if random.random() < 0.8:
        line |= {"id": word(random), "text": f"{text(random, 9)} {STORY}", "published": None}
    written = json.dumps(line, ensure_ascii=random.random() < 0.5)
    if random.random() < 0.2:
        at = random.randrange(len(written))
        written = (
            written[:at] + random.choice(("[" * 9999, "9" * 5000, word(random))) + written[at:]
        )
    return written


def queries(random: Random) -> bytes:
    """Return fifty questions to the search, as its page puts them."""
    return json.dumps([query(random) for _ in range(50)]).encode()


def query(random: Random) -> dict[str, Any]:
    """Return what a reader may have typed and chosen, or written into the address."""
    pieces = random.choices(CHARACTERS, k=random.randrange(18))
    if random.random() < 0.3:
        pieces.insert(random.randrange(len(pieces) + 1), random.choice(FIELDS))
    if random.random() < 0.1:
        pieces.append(text(random, 9))
    return {
        "text": "".join(pieces),
        "typing": random.random() < 0.5,
        "any": random.random() < 0.3,
        "advanced": random.random() < 0.4,
        "kind": random.choice(("", "", "story", "quotation", "constructor")),
        "filters": {random.choice(("person", "year", "toString")): random.choice(FILTERS)},
        "sort": random.choice(("relevance", "date")),
        "counts": random.random() < 0.2,
        "size": 3,
    }
