"""What a story calls an organisation by its first word: "the Bank", once it named a Bank of ..."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from gloss import lexicon
from gloss.annotate.candidate import Candidate, scaled
from gloss.annotate.entities.recall import SHARE, Taken
from gloss.naming.lexicon import ORG_HEADS

_WORDS = lexicon.words("organisations")
_HEAD_OF = re.compile(rf"([A-Z][a-z]+) (?:{lexicon.either(_WORDS['of'])}) ")
_GOES_ON = re.compile(rf"[\w-]|[’'](?!s\b)|\s+(?:[A-Z]|(?:{lexicon.either(_WORDS['of'])})\b)")


def recall_heads(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """Add "the Bank" behind a Bank of England, where the story names one such bank only."""
    taken = Taken(names)
    return [*names, *(head for name in _named_by_head(names) for head in _heads(text, name, taken))]


def _named_by_head(names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the first mention of each organisation that alone is named by its head."""
    by_head: dict[str, list[Candidate]] = defaultdict(list)
    for name in names:
        found = _HEAD_OF.match(name.text)
        if name.best == "org" and found and found.group(1) in ORG_HEADS:
            by_head[found.group(1)].append(name)
    for head, same in by_head.items():
        if len({name.text for name in same}) == 1 and head.lower() not in _WORDS["houses"]:
            yield min(same, key=lambda name: name.start)


def _heads(text: str, name: Candidate, taken: Taken) -> Iterator[Candidate]:
    head = name.text.partition(" ")[0]
    for match in re.finditer(rf"\b[Tt]he {head}\b", text[name.end :]):
        end = name.end + match.end()
        start = end - len(head)
        if not taken.meets(start, end) and not _GOES_ON.match(text, end):
            probs = scaled(name.probs, SHARE)
            yield name._replace(start=start, end=end, text=head, probs=probs, how="head")
