"""Numbers of a match's report beside a name: "Coventry 1 (Whelan 60) Tottenham 2"."""

from __future__ import annotations

import re

from gloss.annotate.candidate import Candidate, of_kind

_NUMBER = re.compile(r"\s+\d{1,3}$")
_TEAM = r"[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,3} \d{1,3}"
# Two teams with their goals, and perhaps who scored and when.
_GOALS = r"(?: \([^()\n]{0,200}\))?"
# "Derbyshire 214 & 167-3; Glamorgan 388".
_WICKETS = r"(?:-\d\d?)?(?: dec)?"
_INNINGS = rf"{_TEAM}{_WICKETS}(?: (?:&|and) \d{{1,3}}{_WICKETS})?[;,] {_TEAM}\b"
_RESULT = re.compile(rf"{_TEAM}{_GOALS},? {_TEAM}\b{_GOALS}|{_INNINGS}")
# "Velora 8 14 8 14 — 44", and nothing else on its line.
_PERIODS = re.compile(r"[A-Z][^\d\n]{1,30}(?: \d{1,3}){2,}(?: +[-–—=]+ *\d{1,3})?\s*")


def without_goals(text: str, name: Candidate) -> Candidate:
    """Return a name without the goals of a team, or the minute of somebody's goal."""
    in_match = in_result(text, name.start, name.end)
    if in_match and _scored(text, name):
        name = name._replace(probs=of_kind("person", sum(name.probs)))
    number = _NUMBER.search(name.text)
    if not number or not (in_match or name.best == "person"):
        return name
    end = name.start + number.start()
    return name._replace(end=end, text=text[name.start : end])


def is_team(text: str, name: Candidate) -> bool:
    """Tell whether a name is a side's in the result of a match, or stands before its score."""
    if in_result(text, name.start, name.end):
        return not _scored(text, name)
    line = text[name.start : (text.find("\n", name.end) % (len(text) + 1))]
    opens_line = text[name.start - 1 : name.start] in ("", "\n")
    return opens_line and _PERIODS.fullmatch(line) is not None


def _scored(text: str, name: Candidate) -> bool:
    """Tell whether somebody's goal stands in brackets: "(Whelan 60)"."""
    before = text[text.rfind("\n", 0, name.start) + 1 : name.start]
    return before.rfind("(") > before.rfind(")")


def in_result(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch lies in the result of a match."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end) % (len(text) + 1)
    return any(m.start() <= start and end <= m.end() for m in _RESULT.finditer(text, first, last))
