"""Every file of a site, read as a machine reads it: none is broken by what it was made of."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import bibtexparser
from icalendar import Calendar

from tests.fuzz.harmless import BrokenLawError, Harmless

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_RIS = re.compile(r"([A-Z][A-Z0-9]  - .*)?")


def parse(path: Path) -> None:
    """Read a file by its ending; raises BrokenLawError where a machine could not."""
    try:
        PARSERS.get(path.suffix, lambda _: None)(path)
    except BrokenLawError:
        raise
    except Exception as problem:
        raise BrokenLawError(f"{path.name}: {type(problem).__name__}: {problem}") from problem


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _page(path: Path) -> None:
    text = _text(path)
    Harmless(path).feed(text)
    for data in _DATA.findall(text):
        json.loads(data)


def _lines(path: Path) -> None:
    for line in filter(None, _text(path).split("\n")):
        json.loads(line)


def _table(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        widths = {len(row) for row in csv.reader(file, strict=True)}
    if len(widths) > 1:
        raise BrokenLawError(f"{path.name}: rows of {widths} cells")


def _bibliography(path: Path) -> None:
    if failed := bibtexparser.parse_string(_text(path)).failed_blocks:
        raise BrokenLawError(f"{path.name}: {failed[0].raw}")


def _ris(path: Path) -> None:
    for line in _text(path).splitlines():
        if not _RIS.fullmatch(line):
            raise BrokenLawError(f"{path.name}: {line!r}")


def _packed(path: Path) -> None:
    """What is packed is parsed by what its name ends in before."""
    with TemporaryDirectory() as folder:
        inner = Path(folder) / path.stem
        inner.write_bytes(gzip.decompress(path.read_bytes()))
        parse(inner)


PARSERS: Mapping[str, Callable[[Path], object]] = {
    ".gz": _packed,
    ".html": _page,
    ".json": lambda path: json.loads(_text(path)),
    ".jsonld": lambda path: json.loads(_text(path)),
    ".jsonl": _lines,
    ".csv": _table,
    ".ics": lambda path: Calendar.from_ical(path.read_bytes()),
    ".bib": _bibliography,
    ".ris": _ris,
    **dict.fromkeys((".xml", ".graphml", ".gexf", ".svg", ".opml"), ElementTree.parse),
}
