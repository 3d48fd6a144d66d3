"""Read the sources of training data, and hold a part of each out."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from training.cleaning import clean
from training.marks import Document, Entity

HELD_OUT = 0.05


def read_source(folder: Path, source: str) -> Iterator[Document]:
    """Read FOLDER/SOURCE.jsonl: one {"text", "entities": [{start, end, type}]} a line."""
    with (folder / f"{source}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            marks = (Entity(e["start"], e["end"], e["type"]) for e in row["entities"])
            cleaned = (clean(source, row["text"], mark) for mark in sorted(marks))
            yield Document(source, row["text"], tuple(mark for mark in cleaned if mark))


def split_source(folder: Path, source: str) -> tuple[list[Document], list[Document]]:
    """Give the documents to train on and those held out, the same ones every time."""
    documents = list(read_source(folder, source))
    random.Random(source).shuffle(documents)
    cut = round(len(documents) * HELD_OUT)
    return documents[cut:], documents[:cut]
