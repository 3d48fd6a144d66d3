"""One kind for one name, weighed from all its mentions in the story."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from gloss.annotate.candidate import Candidate, Row, scaled
from gloss.annotate.entities import evidence
from gloss.annotate.entities.clubs import is_in_town
from gloss.annotate.entities.evidence import Kin
from gloss.gazetteer import people_named

FLOOR = 0.02  # no tagger is so sure that nothing could speak against it
MOST = 5.0  # the most that the words around all mentions can add
ACRONYM = 5  # letters, at most
COMMON = 0.4  # the share left to a single word that the story also writes small

_SMALL = re.compile(r"(?<![\w’'-])[a-z][\w’'-]+")


def weigh_kinds(text: str, body: int, names: Sequence[Candidate]) -> list[Candidate]:
    """Weigh each name anew, with what its other mentions and the gazetteers say.

    body: where the story's own text begins; the headline's mentions follow those in it.
    """
    groups: dict[str, list[Candidate]] = defaultdict(list)
    written = {word for name in names for word in (name.text, *name.text.split())}
    for name in names:
        groups[key_of(name.text, written)].append(name)
    kin = Kin([name for name in names if name.start >= body])
    small = set(_SMALL.findall(text))
    decided: list[Candidate] = []
    for key, same in groups.items():
        below = [name for name in same if name.start >= body]
        shares = _shares(_of_all(text, key, below or same, kin))
        common = COMMON if _is_common(same[0].text, small, kin) else 1.0
        for name in same:
            # What the tagger says of its being a name at all is each mention's own.
            probs = name.probs if name.entity else scaled(shares, sum(name.probs) * common)
            weighed = name._replace(probs=probs)
            kind = name.kind or weighed.best
            if kind == "org" and is_in_town(text, name):
                kind = "place"
            decided.append(weighed._replace(kind=kind))
    return sorted(decided, key=lambda c: c.start)


def _is_common(name: str, small: set[str], kin: Kin) -> bool:
    """Tell whether a name is a word that the story also writes small, and no acronym of it."""
    if name.isupper() or name.lower() not in small:
        return False
    return not any(kin.of(name)) and not people_named(name)


def key_of(name: str, written: set[str]) -> str:
    """Return what two mentions of one name share: capitals, an article before it and the form of
    marks do not count.

    written: the words of all names as they stand; "TRUMP" is "Trump" where that is among them.
    """
    plain = name.replace("’", "'").replace(".", "")
    plain = plain.removeprefix("The ") or plain
    title = plain.title()
    return title if plain.isupper() and (len(plain) > ACRONYM or title in written) else plain


def _of_all(text: str, key: str, same: Sequence[Candidate], kin: Kin) -> Row:
    """Return what all mentions of a name say of its kind, as logarithms."""
    name = same[0].text
    around = evidence.add(*(evidence.of_place(text, c) for c in same))
    speaks = any(evidence.says(text, c) for c in same)
    said = tuple(min(MOST, weight) for weight in around)
    rows = [_logs(c.probs) for c in same]
    mean = tuple(sum(column) / len(same) for column in zip(*rows, strict=True))
    return evidence.add(mean, evidence.of_name(name), kin.of(key, speaks), said)


def _logs(probs: Iterable[float]) -> list[float]:
    return [math.log(max(p, FLOOR)) for p in probs]


def _shares(logs: Row) -> Row:
    """Return how probable each kind is, given that it is a name."""
    top = max(logs)
    masses = [math.exp(x - top) for x in logs]
    whole = sum(masses)
    return tuple(mass / whole for mass in masses)
