"""Measure a model: python -m training.evaluate FOLDER GOLD.jsonl... [--errors N]

FOLDER is what training.quantise wrote, or the name of a tagger of Gloss (gloss, spacy:NAME).
GOLD holds one {"text", "entities": [{start, end, type}]} a line; MISC is any of the kinds but
persons, organisations and places. With --held-out, GOLD is instead the folder of the training
data, and the documents and stories that training left out of it are measured.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from gloss.annotate.tagger import KINDS, Tagged, Tagger, load_tagger
from gloss.annotate.tagger.network import load_network
from gloss.annotate.tagger.pieces import split_words

from training.kinds import ANYTHING, kind_of
from training.marked import joined, read_stories
from training.marks import Document, Entity
from training.sources import split_source

SCORED = frozenset(("person", "org", "place"))  # as the users' measure has it
REST = frozenset(KINDS) - SCORED
CONTEXT = 40  # characters either side of an error


class Counts(NamedTuple):
    """Names that are right, found and wanted."""

    right: int
    found: int
    wanted: int

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        both = self.found + self.wanted
        f1 = 2 * self.right / both if both else 0.0
        return f"P {precision:6.1%}  R {recall:6.1%}  F1 {f1:6.1%}  of {self.wanted}"


def read_gold(path: Path) -> list[Document]:
    """Read documents with their marks as they are."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Document(
            path.stem,
            row["text"],
            tuple(
                Entity(e["start"], e["end"], kind_of(path.stem, e["type"] or ANYTHING))
                for e in row["entities"]
            ),
        )
        for row in rows
    ]


def held_out(data: Path) -> Iterator[list[Document]]:
    """Give the documents of each source that training did not see."""
    for path in sorted(data.glob("*.jsonl")):
        yield split_source(data, path.stem)[1]
    yield [joined(story.paragraphs) for story in read_stories() if story.held_out]


def exact(
    documents: Sequence[Document], tagged: Sequence[Sequence[Tagged]], kinds: Set[str]
) -> Counts:
    """Count names of some kinds; offsets and kind must be the same.

    A mark that may be of several kinds is right with any of them.
    """
    right = found = wanted = 0
    for document, names in zip(documents, tagged, strict=True):
        gold = {m[:2]: m.kind.split("|") for m in document.entities}
        gold = {span: each for span, each in gold.items() if not kinds.isdisjoint(each)}
        own = [(name.start, name.end, name.kind) for name in names if name.kind in kinds]
        right += sum(kind in gold.get((start, end), ()) for start, end, kind in own)
        found, wanted = found + len(own), wanted + len(gold)
    return Counts(right, found, wanted)


def overlapping(documents: Sequence[Document], tagged: Sequence[Sequence[Tagged]]) -> Counts:
    """Count scored names that share a character and the kind with one not yet paired."""
    right = found = wanted = 0
    for document, names in zip(documents, tagged, strict=True):
        free = [name for name in names if name.kind in SCORED]
        found += len(free)
        for mark in (mark for mark in document.entities if mark.kind in SCORED):
            wanted += 1
            for name in free:
                if name.kind == mark.kind and name.start < mark.end and mark.start < name.end:
                    free.remove(name)
                    right += 1
                    break
    return Counts(right, found, wanted)


def errors(documents: Sequence[Document], tagged: Sequence[Sequence[Tagged]]) -> Iterator[str]:
    """Give each error as a line: wanted and found kind, the words, what stands around them."""
    for document, names in zip(documents, tagged, strict=True):
        own = {(name.start, name.end): name.kind for name in names}
        gold = {(mark.start, mark.end): mark.kind for mark in document.entities}
        for start, end in sorted(own.keys() | gold.keys()):
            wanted, found = gold.get((start, end), "-"), own.get((start, end), "-")
            if found not in wanted.split("|"):
                before = document.text[max(0, start - CONTEXT) : start]
                after = document.text[end : end + CONTEXT]
                line = f"{wanted:4} as {found:4} {before}[{document.text[start:end]}]{after}"
                yield " ".join(line.split("\n"))


def report(documents: Sequence[Document], tagger: Tagger, shown: int) -> None:
    """Print the figures of some documents of one source."""
    texts = [document.text for document in documents]
    began = time.process_time()
    tagged = tagger.tag(texts)
    seconds = time.process_time() - began
    words = sum(len(split_words(text)) for text in texts)
    print(f"{documents[0].source}: {len(texts)} documents, {words / seconds:.0f} words/s")
    print("  exact  ", exact(documents, tagged, SCORED))
    marked = {mark.kind for document in documents for mark in document.entities}
    several = {kind for kinds in marked if "|" in kinds for kind in kinds.split("|")}
    for kinds in (*({kind} for kind in KINDS if kind in marked - several), REST):
        print(f"    {' '.join(sorted(kinds)):8}", exact(documents, tagged, kinds))
    print("  overlap", overlapping(documents, tagged))
    found = list(errors(documents, tagged))
    print("  errors ", dict(Counter(line[:12] for line in found).most_common()))
    for line in found[:shown]:
        print("   ", line)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="folder, or gloss, or spacy:NAME")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N")
    return parser.parse_args()


def main() -> None:
    """Measure on each set of documents."""
    options = arguments()
    folder = Path(options.model)
    tagger = load_network(folder) if folder.is_dir() else load_tagger(options.model)
    for path in options.gold:
        for documents in held_out(path) if options.held_out else [read_gold(path)]:
            report(documents, tagger, options.errors)


if __name__ == "__main__":
    main()
