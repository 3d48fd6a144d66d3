"""Read the marked stories in stories/, and vary them as a whole: a source of its own.

The form: `G: genre`, the headline, a blank line, a paragraph a line; a line of `=====` between two
stories. Marks nest: [[person:|Ann Lowe]] and the other seven kinds; [[q:1|quoted words]] with
[[s:1|speaker]]; [[r:1|reported statement]] with [[a:1|source]]. Only the names are read here.
Every tenth story of each file is held out.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gloss.annotate.tagger.pieces import MAX_PIECES, PiecesOf, pack, split_sentences
from gloss.annotate.tagger.tagged import KINDS

from training.examples import Example, chunk_example
from training.marks import Document, Entity

SOURCE = "stories"
FOLDER = Path(__file__).with_name("stories")
MARK = re.compile(rf"\[\[(?:({'|'.join(KINDS)}):[^|\[\]\s]*|[qrsa]:[\d,]+)\||\]\]")
BETWEEN = "\n\n"
NO_HEADLINE, OTHER_HEADLINE = 0.2, 0.25  # shares of the stories in an epoch
SHOUTED, TITLED = 0.1, 0.15  # of the headlines that stay
LEAST_PIECES = 40  # of a chunk, so that a story is not always cut at the same places


@dataclass(frozen=True)
class MarkedStory:
    """A story: its name, and its headline and paragraphs with their names."""

    id: str
    paragraphs: tuple[Document, ...]

    @property
    def held_out(self) -> bool:
        """Tell whether the story is kept from training."""
        return int(self.id.rpartition("-")[2]) % 10 == 9


def read_line(marked: str) -> Document:
    """Give a line without its marks, and its names."""
    text, names, position = "", [], 0
    open_marks: list[tuple[int, str | None]] = []
    for mark in MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark.group() != "]]":
            open_marks.append((len(text), mark.group(1)))
            continue
        start, kind = open_marks.pop()
        if kind:
            names.append(Entity(start, len(text), kind))
    return Document(SOURCE, text + marked[position:], tuple(sorted(names)))


def read_stories(folder: Path = FOLDER) -> Iterator[MarkedStory]:
    """Read the stories of every file; an id is FILE-NUMBER, from 0."""
    for path in sorted(folder.glob("*.txt")):
        blocks = re.split(r"^=====\s*$", path.read_text(encoding="utf-8"), flags=re.M)
        for number, block in enumerate(blocks):
            lines = [line for line in block.strip("\n").split("\n") if line.strip()]
            if lines:
                paragraphs = tuple(map(read_line, lines[1:]))  # the first is the genre
                yield MarkedStory(f"{path.stem}-{number}", paragraphs)


def joined(paragraphs: Sequence[Document]) -> Document:
    """Give paragraphs as one text."""
    text, names = "", []
    for paragraph in paragraphs:
        text += BETWEEN * bool(text)
        names += [Entity(len(text) + a, len(text) + b, kind) for a, b, kind in paragraph.entities]
        text += paragraph.text
    return Document(SOURCE, text, tuple(names))


def shouted(headline: Document, rng: random.Random) -> Document:
    """Write some headlines in capitals, or with a capital to every word, as papers do."""
    draw, text = rng.random(), headline.text
    if draw < SHOUTED:
        text = text.upper()
    elif draw < SHOUTED + TITLED:
        text = re.sub(r"(?<![\w'’])[a-z](?=\w{3})", lambda letter: letter[0].upper(), text)
    if len(text) != len(headline.text):  # "ß" in capitals is "SS": its marks would not fit
        return headline
    return Document(SOURCE, text, headline.entities)


def varied(story: MarkedStory, others: Sequence[MarkedStory], rng: random.Random) -> Document:
    """Give a story as it is, without its headline, or under that of another."""
    headline, *body = story.paragraphs
    draw = rng.random()
    if draw < NO_HEADLINE and body:
        return joined(body)
    if draw < NO_HEADLINE + OTHER_HEADLINE:
        headline = rng.choice(others).paragraphs[0]
    return joined([shouted(headline, rng), *body])


def story_examples(
    stories: Sequence[MarkedStory], pieces_of: PiecesOf, rng: random.Random
) -> Iterator[Example]:
    """Vary each story, and cut it into chunks of some length."""
    for story in stories:
        document = varied(story, stories, rng)
        limit = rng.choice((MAX_PIECES, rng.randint(LEAST_PIECES, MAX_PIECES)))
        for chunk in pack(document.text, split_sentences(document.text), pieces_of, limit):
            yield chunk_example(document, chunk.words)
