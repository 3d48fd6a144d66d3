"""Inline Markdown, and the marks of the dialect, in one pass over a paragraph.

It takes the place of Python-Markdown's inline patterns, which copy the paragraph for each match:
one scan is linear in the text, however many marks it holds, and keeps each character as it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from gloss.article.attributes import read_attributes
from gloss.article.elements import code, image, line_break, link_or_mark, quotation, report
from gloss.article.emphasis import MAX_DEPTH, Run, emphasise, fill

References = Mapping[str, tuple[str, str | None]]

# What a token begins with: finding that first is three times as fast as looking for tokens.
_SPECIAL = re.compile(r"[\\`*_\[\]!<&\n]")
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~\n])|(?P<ticks>`+)|(?P<run>\*+|_+)|(?P<opening>!?\[)"
    r"|(?P<closing>\])|(?P<address><(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)"
    r"|(?P<newline>\n *)"
)
# Nothing is given back once it is taken (``*+``): no part begins as the one before may go on.
_TARGET = re.compile(
    r"\(\s*+(?P<to><[^<>\n]*+>|(?:\\.|[^\s()<>\\])*+"
    r"(?:\((?:\\.|[^\s()<>\\])*+\)(?:\\.|[^\s()<>\\])*+)*+)"
    r"(?:\s++(?P<title>\"(?:\\.|[^\"\\])*+\"|'(?:\\.|[^'\\])*+'))?+\s*+\)",
    re.DOTALL,
)
_ATTRIBUTES = re.compile(r"\{(?P<attributes>(?:[^\"{}]|\"(?:[^\"\\]|\\.)*+\")*+)\}")
# An address with its title, or the attributes of a mark, are no longer than this, and a run of
# backticks no more than this: so the time that a paragraph takes grows with its length.
LONGEST_TARGET, MOST_TICKS = 2_000, 80
_LABEL = re.compile(r"\[(?P<label>[^\[\]]*)\]")
_SPANS = {".quote": quotation, ".report": report}
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass
class _Opening:
    """A bracket that stands open: where it is in the pieces and the text.

    links: how many links there were before it; a link holds no other, nor a name, a quotation or a
    report.
    """

    at: int
    text_at: int
    sign: str
    links: int


@dataclass
class _Scan:
    text: str
    references: References
    pieces: list[str | Element | Run] = field(default_factory=list)
    open: list[_Opening] = field(default_factory=list)
    links: int = 0
    missing_ticks: set[int] = field(default_factory=set)


def parse_inline(parent: Element, text: str, references: References) -> None:
    """Parse a paragraph's Markdown; put its text and elements into ``parent``."""
    scan = _Scan(text, references)
    at, end = 0, len(text)
    while at < end:
        special = _SPECIAL.search(text, at)
        start = special.start() if special else end
        if start > at:
            scan.pieces.append(text[at:start])
        token = _TOKEN.match(text, start)
        if token:
            at = _READERS[token.lastgroup or ""](scan, token)
        else:
            scan.pieces.append(text[start : start + 1])
            at = start + 1
    fill(parent, emphasise(scan.pieces))


def _escaped(scan: _Scan, token: re.Match[str]) -> int:
    scan.pieces.append(line_break() if token["escaped"] == "\n" else token["escaped"])
    return token.end()


def _code(scan: _Scan, token: re.Match[str]) -> int:
    count = len(token["ticks"])
    if count <= MOST_TICKS and count not in scan.missing_ticks:
        closing = re.compile(rf"(?<!`)`{{{count}}}(?!`)").search(scan.text, token.end())
        if closing:
            scan.pieces.append(code(scan.text[token.end() : closing.start()]))
            return closing.end()
        scan.missing_ticks.add(count)
    scan.pieces.append(token[0])
    return token.end()


def _run(scan: _Scan, token: re.Match[str]) -> int:
    before = scan.text[token.start() - 1 : token.start()] or " "
    after = scan.text[token.end() : token.end() + 1] or " "
    left = not after.isspace() and (_is_word(after) or not _is_word(before))
    right = not before.isspace() and (_is_word(before) or not _is_word(after))
    if token[0][0] == "_":
        left, right = (
            left and not (right and _is_word(before)),
            right and not (left and _is_word(after)),
        )
    scan.pieces.append(Run(token[0][0], len(token[0]), left, right, len(token[0])))
    return token.end()


def _is_word(character: str) -> bool:
    return character.isalnum()


def _opening(scan: _Scan, token: re.Match[str]) -> int:
    if len(scan.open) < MAX_DEPTH:
        scan.open.append(_Opening(len(scan.pieces), token.end(), token[0], scan.links))
    scan.pieces.append(token[0])
    return token.end()


def _closing(scan: _Scan, token: re.Match[str]) -> int:
    if scan.open:
        opening = scan.open.pop()
        found = _mark(scan, opening, token)
        if found:
            element, end = found
            inner = emphasise(scan.pieces[opening.at + 1 :])
            fill(element, inner)
            del scan.pieces[opening.at :]
            scan.pieces.append(element)
            return end
    scan.pieces.append("]")
    return token.end()


def _mark(scan: _Scan, opening: _Opening, token: re.Match[str]) -> tuple[Element, int] | None:
    """Return the element that a bracket makes with what follows it, and where that ends."""
    text, end = scan.text, token.end()
    if opening.sign == "[" and text.startswith("{", end):
        match = _ATTRIBUTES.match(text, end, end + LONGEST_TARGET)
        attributes = read_attributes(match["attributes"]) if match else {}
        make = next((make for mark, make in _SPANS.items() if mark in attributes), None)
        if not match or not make:
            return None
        scan.links += 1
        return make(attributes), match.end()
    target = _target(scan, opening, token)
    if not target or scan.links > opening.links:
        return None
    to, title, end = target
    if opening.sign == "![":
        return image(to, text[opening.text_at : token.start()], title), end
    scan.links += 1
    return link_or_mark(to, title), end


def _target(
    scan: _Scan, opening: _Opening, token: re.Match[str]
) -> tuple[str, str | None, int] | None:
    text, end = scan.text, token.end()
    if match := _TARGET.match(text, end, end + LONGEST_TARGET):
        to = match["to"][1:-1] if match["to"].startswith("<") else match["to"]
        title = match["title"]
        return _unescaped(to), _unescaped(title[1:-1]) if title else None, match.end()
    if not scan.references:
        return None
    match = _LABEL.match(text, end)
    label = (match["label"] if match else "") or text[opening.text_at : token.start()]
    reference = scan.references.get(label.strip().lower())
    return (*reference, match.end() if match else end) if reference else None


def _unescaped(text: str) -> str:
    return _UNESCAPE.sub(r"\1", text) if "\\" in text else text


def _address(scan: _Scan, token: re.Match[str]) -> int:
    shown = token[0][1:-1]
    element = link_or_mark(shown if ":" in shown else f"mailto:{shown}", None)
    element.text = shown
    scan.links += 1
    scan.pieces.append(element)
    return token.end()


def _entity(scan: _Scan, token: re.Match[str]) -> int:
    scan.pieces.append(html.unescape(token[0]))
    return token.end()


def _newline(scan: _Scan, token: re.Match[str]) -> int:
    """End a line: two blanks before it force a break, else it is a blank between words."""
    before = scan.pieces[-1] if scan.pieces else ""
    forced = isinstance(before, str) and before.endswith("  ")
    if isinstance(before, str) and scan.pieces:
        scan.pieces[-1] = before.rstrip(" ")
    scan.pieces.append(line_break() if forced else " ")
    return token.end()


_READERS = {
    "escaped": _escaped,
    "ticks": _code,
    "run": _run,
    "opening": _opening,
    "closing": _closing,
    "address": _address,
    "entity": _entity,
    "newline": _newline,
}
