"""What a story is about, in a few words, and which runs of words it is made of.

Both are made of the article alone and kept with it: by the first stories on one matter are found
(``digest.threads``), by the second those that say the same (``digest.copies``).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from gloss.digest.sketches import hashes_of
from gloss.lexicon import words
from gloss.story import Article, kind_of

# A word counts that stands here, or that the story says twice: what a story is about it says at
# its beginning (the inverted pyramid of news), and again.
LEAD = 80  # words
# So many words are a shingle (A. Broder, On the resemblance and containment of documents, 1997).
SHINGLE = 5
# So many of a story's shingles are kept, those whose hashes are least: all of a short story's.
SKETCH = 128

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)*")
_RUN = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SAY_NOTHING = words("search")["function_words"] | words("common")["common"]


@dataclass(frozen=True)
class Gist:
    """What is kept of a story's words.

    words: those that tell what it is about, its names' left out: on the first line those that stand
        there once, a blank between them, on the next those that stand there twice, and so on.
    shingles: how many there are; sketch: the least of their hashes, eight hexadecimal digits each.
    """

    words: str = ""
    shingles: int = 0
    sketch: str = ""

    def by_times(self) -> Iterator[tuple[int, list[str]]]:
        """Yield how often, and the words that stand in the story so often."""
        return ((times, line.split()) for times, line in enumerate(self.words.split("\n"), 1))

    def hashes(self, most: int = SKETCH) -> Sequence[int]:
        """Return the least hashes, in order."""
        return hashes_of(self.sketch[: most * 8])


def gist_of(article: Article) -> Gist:
    """Return what is kept of a story's words; it depends on the article alone."""
    shingles = sorted(set(_shingles(article.story.text)))
    sketch = "".join(f"{one:08x}" for one in shingles[:SKETCH])
    return Gist(_by_times(_telling(article)), len(shingles), sketch)


def _telling(article: Article) -> dict[str, int]:
    text = article.story.text
    headline, counted = _words(article.title), Counter(_words(text))
    lead = {*headline, *_words(" ".join(text.split(maxsplit=LEAD)[:LEAD]))}
    named = _of_names(article)
    heard = {word: max(counted[word], 1) for word in {*lead, *counted} if word not in named}
    return {word: times for word, times in heard.items() if times > 1 or word in lead}


def _of_names(article: Article) -> set[str]:
    """The words of all names but topics: whether those are names is not known by one story."""
    text = article.story.text
    named = (m for m in article.annotations.mentions if kind_of(m.entity) != "topic")
    return {*_words("\n".join(text[mention.start : mention.end] for mention in named))}


def _words(text: str) -> list[str]:
    found = map(_without_possessive, _WORD.findall(text.lower()))
    return [word for word in found if word not in _SAY_NOTHING]


def _without_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def _by_times(counted: dict[str, int]) -> str:
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(counted):
        lines[counted[word]].append(word)
    return "\n".join(" ".join(lines[times]) for times in range(1, max(lines, default=0) + 1))


def _shingles(text: str) -> Iterator[int]:
    """The hashes of all runs of so many words, whatever stands between the words."""
    said = _RUN.findall(text.lower())
    for at in range(max(len(said) - SHINGLE + 1, 1)):
        yield crc32(" ".join(said[at : at + SHINGLE]).encode("utf-8", "surrogatepass"))
