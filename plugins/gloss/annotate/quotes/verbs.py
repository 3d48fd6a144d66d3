"""The reporting verbs, their lemmas and classes, from ``verbs.txt``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VOWELS = "aeiou"
_HEADING = re.compile(r"\[(\w+)\]")


@dataclass(frozen=True)
class Verb:
    """A reporting verb.

    kind: ``say`` (told, added), ``label`` (called, dismissed), ``as`` (sees it as),
    ``think`` (believes, hopes).
    """

    lemma: str
    kind: str


@cache
def reporting_verbs() -> dict[str, Verb]:
    """Return every form of every reporting verb, in lower case. A form's first class counts."""
    forms: dict[str, Verb] = {}
    kind = ""
    text = files(__package__).joinpath("verbs.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if heading := _HEADING.match(line):
            kind = heading.group(1)
        elif line and not line.startswith("#"):
            for form, verb in _forms_on(line, kind):
                forms.setdefault(form, verb)
    return forms


def _forms_on(line: str, kind: str) -> list[tuple[str, Verb]]:
    """Read one line: lemmas, or one lemma and its irregular forms (the last word with a colon)."""
    before, _, irregular = line.partition(":")
    *regular, last = before.split()
    found = [(form, Verb(lemma, kind)) for lemma in regular for form in regular_forms(lemma)]
    forms = [*irregular.split(), *regular_forms(last)]
    if irregular:
        forms = [*irregular.split(), *(f for f in regular_forms(last) if not f.endswith("ed"))]
    return found + [(form, Verb(last, kind)) for form in forms]


def regular_forms(lemma: str) -> tuple[str, ...]:
    """Return the forms that English makes by rule: lemma, third person, participle, past."""
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma[:-1] + "ing", lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, lemma[:-1] + "ies", lemma + "ing", lemma[:-1] + "ied"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    return lemma, third, stem + "ing", stem + "ed"


_DOUBLING = frozenset(
    (
        "admit",
        "begin",
        "blog",
        "brag",
        "clap",
        "dub",
        "grin",
        "nod",
        "pan",
        "plan",
        "quip",
        "rebut",
        "refer",
    )
) | {"hit", "rip", "slam", "snap", "sum"}
