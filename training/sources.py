"""Read the sources of training data, and clean what is known to be wrong in each."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pycountry

# Where an unmarked capitalised word may yet be a name: sources that mark no peoples or no MISC at
# all, and one whose names were picked from larger phrases by a heuristic, which passed many over.
NO_PEOPLES = {"ewt", "btc", "wnut17"}
MANY_MISSED = {"gum"}
HELD_OUT = 0.05

# Peoples, faiths and parties' followers are MISC in the scheme of CoNLL 2003, whatever the source.
GROUP = re.compile(
    r"(?:Christian|Catholic|Roman Catholic|Protestant|Muslim|Jewish|Jew|Hindu|Buddhist|Orthodox"
    r"|Sunni|Shia|Shiite|Sikh|Anglican|Lutheran|Methodist|Presbyterian|Republican|Democrat"
    r"|Communist|Nazi|Islamic|Islamist|Marxist)s?|Christianity|Islam|Judaism|Hinduism|Buddhism"
    r"|Catholicism|Protestantism|Sikhism|Communism"
)
COUNTRIES = {
    name
    for country in pycountry.countries
    for name in (country.name, getattr(country, "common_name", country.name))
} | {"US", "USA", "UK", "U.S.", "England", "Scotland", "Wales", "Russia", "South Korea", "Iran"}


class Entity(NamedTuple):
    """A marked name: code-point offsets and kind; kind "?" means that anything may be there."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Document:
    """A training text and its names."""

    source: str
    text: str
    entities: tuple[Entity, ...]


def is_phrase(name: str, kind: str) -> bool:
    """Tell whether a mark of GUM holds more than a name: "Korea's Kim", "a school in Texas"."""
    words = name.split()
    return (
        "'s" in name
        or "’s" in name
        or "in" in words
        or "," in name
        or (kind == "PER" and not words[0].startswith(("Al", "al")) and "of" in words)
        or len(words) > 7
        or not (words[0][0].isupper() and words[-1][0].isupper())
    )


def clean(source: str, text: str, entity: Entity) -> Entity | None:
    """Bring one mark to the common scheme; None drops it."""
    start, end, kind = entity
    name = text[start:end]
    if name.startswith("@"):  # a handle: half the sources mark it, half do not
        return Entity(start, end, "?")
    if not any(map(str.isalpha, name)):
        return None
    if source == "docred" and kind == "ORG" and GROUP.fullmatch(name):
        return Entity(start, end, "MISC")
    if source == "gum" and (name == "World" or is_phrase(name, kind)):
        return Entity(start, end, "?")
    if source == "crossner" and kind == "MISC" and start == 0 and name[1:].islower():
        return Entity(start, end, "?")  # a term that begins the sentence
    if source == "gum" and kind == "ORG" and name in COUNTRIES:
        return Entity(start, end, "LOC")
    if source in {"crossner", "gum"} and kind == "MISC" and not any(map(str.isupper, name)):
        return None  # genres and fields of study are no names
    if name[:4].lower() == "the " and source in {"docred", "ewt", "gum"}:
        return Entity(start + 4, end, kind)
    if name.endswith(("'s", "’s")):
        return Entity(start, end - 2, kind)
    return entity


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
