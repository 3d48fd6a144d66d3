"""Write DATA from clones of the public repositories: python -m training.convert CLONES DATA

CLONES holds CrossNER, emerging_entities_17, UNER_English-PUD and Re-DocRED. Types stay as the
source has them (`training.kinds` says what they are here), but Re-DocRED's MISC: what a relation
tells of a thing tells its kind. The other sources of README.md come as they are.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

CROSSNER = ("politics", "science", "music", "literature", "ai")
PARTS = ("train", "dev", "test")
WNUT17 = ("wnut17train.conll", "emerging.dev.conll", "emerging.test.annotated")
COLUMNS = {  # files of words and labels, parted by tabs
    "crossner": [f"CrossNER/ner_data/{domain}/{p}.txt" for domain in CROSSNER for p in PARTS],
    "wnut17": [f"emerging_entities_17/{name}" for name in WNUT17],
    "pud": ["UNER_English-PUD/en_pud-ud-test.iob2"],
}
WORD_COLUMN = {"pud": 1}
NO_SPACE_BEFORE = {*".,;:!?)]}%’”", "''", "n't", "'s", "’s", "'re", "'ve", "'ll", "'d", "'m", "n’t"}
NO_SPACE_AFTER = {*"([{$£€#“‘", "``"}

# What the thing at either end of a relation of Wikidata can be, if Re-DocRED calls it MISC.
WORK, EVENT, GROUP, PRODUCT = {"work"}, {"event"}, {"group"}, {"product"}
HEADS = {
    **dict.fromkeys(("P50", "P57", "P58", "P86", "P161", "P162", "P175", "P264", "P449"), WORK),
    **dict.fromkeys(("P136", "P400", "P674", "P676", "P840", "P1441"), WORK),
    **dict.fromkeys(("P178", "P495", "P577"), WORK | PRODUCT),
    "P123": WORK | PRODUCT | {"org"},  # newspapers have a publisher, too
    **dict.fromkeys(("P276", "P710"), EVENT),
    **dict.fromkeys(("P580", "P582"), EVENT | WORK),
    "P585": EVENT | {"law"},
    "P176": PRODUCT,
    "P1001": {"law"},
}
TAILS = {
    **dict.fromkeys(("P800", "P1441", "P179"), WORK | PRODUCT),
    **dict.fromkeys(("P166", "P607", "P1344"), EVENT),
    **dict.fromkeys(("P37", "P172", "P364", "P1412"), GROUP),
    **dict.fromkeys(("P400", "P1056"), PRODUCT),
}


class Mark(NamedTuple):
    """A marked name by its words: the first, the one after the last, and the source's type."""

    first: int
    last: int
    type: str


def sentences(lines: Iterable[str], column: int) -> Iterator[list[tuple[str, str]]]:
    """Give each sentence's words and labels, from columns parted by tabs."""
    rows: list[tuple[str, str]] = []
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) > column + 1 and cells[column] and not line.startswith("# "):
            rows.append((cells[column], cells[column + 1].strip()))
        elif rows and not line.strip():
            yield rows
            rows = []
    if rows:
        yield rows


def marks_of(labels: Sequence[str]) -> Iterator[Mark]:
    """Give the names that labels (BIO) mark."""
    first = 0
    while first < len(labels):
        last = first + 1
        if labels[first] == "O":
            first = last
            continue
        inside = "I-" + labels[first][2:]
        while last < len(labels) and labels[last] == inside:
            last += 1
        yield Mark(first, last, inside[2:])
        first = last


def row(words: Sequence[str], marks: Iterable[Mark]) -> dict[str, Any]:
    """Write words as running text, and the marks by its code points."""
    text, starts, quoted = "", [], False
    for number, word in enumerate(words):
        before = words[number - 1] if number else ""
        closing = word == '"' and quoted
        quoted ^= word == '"'
        opened = before in NO_SPACE_AFTER or (before == '"' and quoted)
        apart = bool(text) and word not in NO_SPACE_BEFORE and not closing and not opened
        text += " " * apart
        starts.append(len(text))
        text += word
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    names = [{"start": starts[m.first], "end": ends[m.last - 1], "type": m.type} for m in marks]
    return {"text": text, "entities": names}


def from_columns(clones: Path, source: str) -> Iterator[dict[str, Any]]:
    """Give the rows of a source of labelled words."""
    for name in COLUMNS[source]:
        with (clones / name).open(encoding="utf-8") as lines:
            for sentence in sentences(lines, WORD_COLUMN.get(source, 0)):
                words, labels = zip(*sentence, strict=True)
                yield row(words, marks_of(labels))


def kinds_by_relation(document: Mapping[str, Any]) -> dict[int, set[str]]:
    """Tell what the things of a document can be, from the relations that they stand in."""
    kinds: dict[int, set[str]] = {}
    for relation in document["labels"]:
        for end, table in (("h", HEADS), ("t", TAILS)):
            if allowed := table.get(relation["r"]):
                thing = relation[end]
                kinds[thing] = kinds.get(thing, allowed) & allowed
    return kinds


def from_docred(clones: Path) -> Iterator[dict[str, Any]]:
    """Give the rows of Re-DocRED's development and test documents."""
    for part in ("dev", "test"):
        path = clones / "Re-DocRED" / "data" / f"{part}_revised.json"
        for document in json.loads(path.read_text(encoding="utf-8")):
            kinds = kinds_by_relation(document)
            begin = [0]
            for sentence in document["sents"]:
                begin.append(begin[-1] + len(sentence))
            marks = set()
            for number, mentions in enumerate(document["vertexSet"]):
                for m in mentions:
                    kind = m["type"]
                    if kind in {"TIME", "NUM"}:
                        continue
                    if kind == "MISC":
                        kind = "|".join(sorted(kinds.get(number, ()))) or kind
                    marks.add(Mark(*(begin[m["sent_id"]] + n for n in m["pos"]), kind))
            yield row([word for sentence in document["sents"] for word in sentence], sorted(marks))


def main() -> None:
    """Write one SOURCE.jsonl for each source."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("clones", type=Path)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    options.data.mkdir(parents=True, exist_ok=True)
    for source in (*COLUMNS, "docred"):
        clones = options.clones
        rows = from_docred(clones) if source == "docred" else from_columns(clones, source)
        with (options.data / f"{source}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in rows)


if __name__ == "__main__":
    main()
