"""Corrections as YAML that reads well and differs by lines, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml
from yaml import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from gloss.corrections.nouns import ABOUT, ALL, Anchor, Correction

TOP = """\
# What the editor says of this story, over whatever the annotator or the register says.
# docs/corrections.md tells what may stand here; take an entry out and it is no longer said.
"""
_ANCHOR = ("words", "to", "before", "after")
_WIDTH = 96
_SURROGATE = re.compile("[\ud800-\udfff]")


class CorrectionsError(ValueError):
    """A file of corrections that cannot be used; its text is one line with file and line."""


@dataclass(frozen=True)
class WrittenCorrection:
    """A correction, and the lines of the file that it stands in: from the first, up to the end."""

    correction: Correction
    first: int
    end: int


def read_entries(text: str, where: str) -> list[WrittenCorrection]:
    """Read a file's text; ``where`` names it in errors. Raises CorrectionsError."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as problem:
        line = _line_of(problem)
        raise CorrectionsError(f"{where}:{line}: cannot be read as YAML here") from None
    if root is None:
        return []
    if not isinstance(root, SequenceNode):
        raise CorrectionsError(f"{where}:1: no list; expected lines that begin with '- '")
    lines = text.splitlines()
    return [
        WrittenCorrection(_correction(node, where), node.start_mark.line, _end(node, lines))
        for node in root.value
    ]


def _end(node: Node, lines: Sequence[str]) -> int:
    """Return the line behind an entry; blank lines and comments behind it are not its own."""
    if isinstance(node, CollectionNode) and node.flow_style:
        return int(node.end_mark.line) + 1
    end = int(node.end_mark.line) + (node.end_mark.column > 0 and node.end_mark.line >= len(lines))
    while end > node.start_mark.line + 1 and _is_between(lines[min(end, len(lines)) - 1]):
        end -= 1
    return end


def _is_between(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def write_correction(correction: Correction) -> str:
    """Write one entry of the list, its last line break included."""
    first, *rest = map(_anchor_pairs, correction.at or (Anchor(""),))
    pairs = {**first, correction.about: correction.value, **correction.more}
    if rest:
        pairs["and"] = rest
    if correction.on:
        pairs["on"] = correction.on
    return yaml.dump(
        [pairs], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, indent=2
    )


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as such."""


def _text(dumper: yaml.SafeDumper, text: str) -> ScalarNode:
    """Write a text as it reads best: its lines as lines, what cannot be seen escaped."""
    style = None
    if not text.isprintable():
        plain = text == text.strip() and text.replace("\n", "").isprintable()
        style = "|" if plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _anchor_pairs(anchor: Anchor) -> dict[str, object]:
    pairs: dict[str, object] = {key: getattr(anchor, key) for key in _ANCHOR}
    pairs = {key: value for key, value in pairs.items() if value}
    nth = "all" if anchor.nth == ALL else str(anchor.nth)
    return {**pairs, "nth": nth} if anchor.nth else pairs


def _correction(node: Node, where: str) -> Correction:
    pairs = dict(_pairs(node, where))
    about = [key for key in ABOUT if key in pairs]
    if len(about) != 1:
        given = ", ".join(about) or "nothing"
        raise _wrong(node, where, f"an entry that says {given}; expected one of {', '.join(ABOUT)}")
    further = pairs.pop("and", None)
    texts = {key: _scalar(value, where) for key, value in pairs.items()}
    value, on = texts.pop(about[0]), texts.pop("on", "")
    at = [_anchor(texts, node, where)] if texts.get("words") else []
    for key in (*_ANCHOR, "nth"):
        texts.pop(key, None)
    for one in further.value if isinstance(further, SequenceNode) else ():
        inner = {key: _scalar(value, where) for key, value in _pairs(one, where)}
        at.append(_anchor(inner, one, where))
    return Correction(about[0], value, tuple(at), texts, on)


def _anchor(texts: Mapping[str, str], node: Node, where: str) -> Anchor:
    nth = str(ALL) if texts.get("nth") == "all" else texts.get("nth", "0")
    if nth != str(ALL) and (not nth.isdecimal() or len(nth) > 6):
        raise _wrong(node, where, f"nth {nth!r}; expected a number, or all")
    if not texts.get("words"):
        raise _wrong(node, where, "no words; expected 'words: …'")
    words, to, before, after = (texts.get(key, "") for key in _ANCHOR)
    return Anchor(words, to, before, after, int(nth))


def _pairs(node: Node, where: str) -> Iterator[tuple[str, Node]]:
    if not isinstance(node, MappingNode):
        raise _wrong(node, where, "an entry that is no mapping; expected 'key: value' lines")
    for key, value in node.value:
        yield _scalar(key, where), value


def _scalar(node: Node, where: str) -> str:
    if not isinstance(node, ScalarNode):
        raise _wrong(node, where, "no text; expected a text")
    if _SURROGATE.search(node.value):
        raise _wrong(node, where, "half a character (a lone surrogate); expected Unicode text")
    null = node.tag == "tag:yaml.org,2002:null" and node.style is None
    return "" if null else str(node.value)


def _wrong(node: Node, where: str, says: str) -> CorrectionsError:
    return CorrectionsError(f"{where}:{node.start_mark.line + 1}: {says}")


def _line_of(problem: BaseException) -> int:
    mark = getattr(problem, "problem_mark", None)
    return int(mark.line) + 1 if mark else 1


def without(text: str, entries: Sequence[WrittenCorrection]) -> str:
    """Return a file's text without the lines of some entries; all others stay as they are."""
    gone = {line for entry in entries for line in range(entry.first, entry.end)}
    lines = text.splitlines(keepends=True)
    return "".join(line for number, line in enumerate(lines) if number not in gone)
