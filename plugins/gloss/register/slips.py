"""What is wrong with a text that is no YAML, in the words of who writes it, and in which line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

_KEY_WITHOUT_BLANK = re.compile(r"\s*(-\w|(?:- )?\w+:[^\s/])")
_SIGNS = (
    ("\\t", "begins with a tab; expected blanks"),
    ("<scalar>", 'has words behind a closing quotation mark; put all between marks such as "…"'),
    ("another document", "is '---'; expected one list in the file"),
)
_BRACKETS = {"sequence": "[", "mapping": "{", "node": "["}


@dataclass(frozen=True)
class _Slip:
    """What the YAML reader says: where, what it was in the midst of, and since which line."""

    lines: Sequence[str]
    line: int
    column: int
    problem: str
    context: str
    since: int

    @property
    def text(self) -> str:
        """The line that it stumbled over."""
        return self._at(self.line)

    @property
    def above(self) -> int:
        """The number of the line before that is not blank."""
        return next((n for n in range(self.line - 1, 0, -1) if self._at(n).strip()), 1)

    def indent(self, line: int) -> int:
        """Return how far a line is set in: its key, where the one stumbled over has no '-'."""
        blanks = " " if self.text.lstrip().startswith("-") else " -"
        return len(self._at(line)) - len(self._at(line).lstrip(blanks))

    def _at(self, line: int) -> str:
        return self.lines[line - 1] if line <= len(self.lines) else ""


def plain_words(text: str, problem: yaml.YAMLError) -> tuple[int, str]:
    """Return the number of the line that is wrong, and what is wrong there."""
    if isinstance(problem, yaml.reader.ReaderError):
        line = text.count("\n", 0, problem.position) + 1
        return line, "has a character that no text has; take it out"
    if not isinstance(problem, yaml.MarkedYAMLError) or not problem.problem_mark:
        return 1, "cannot be read"
    slip = _slip(text, problem, problem.problem_mark)
    told = _of_marks(slip) or _of_brackets(slip) or _of_colons(slip)
    if told is None and ("block end" in slip.problem or "mapping values" in slip.problem):
        return _of_blanks(slip)
    return told or (slip.line, "cannot be read here")


def _slip(text: str, problem: yaml.MarkedYAMLError, mark: yaml.Mark) -> _Slip:
    return _Slip(
        text.splitlines(),
        mark.line + 1,
        mark.column,
        problem.problem or "",
        problem.context or "",
        (problem.context_mark or mark).line + 1,
    )


def _of_marks(slip: _Slip) -> tuple[int, str] | None:
    if "quoted scalar" in slip.context:
        return slip.since, "opens a quotation mark that is closed nowhere"
    for said, says in _SIGNS:
        if said in slip.problem:
            return slip.line, says
    if "cannot start" in slip.problem or "alias" in slip.problem or "anchor" in slip.context:
        sign = slip.text[slip.column - ("anchor" in slip.context)]
        return slip.line, f'has a text that begins with {sign}; put it between marks such as "…"'
    return None


def _of_brackets(slip: _Slip) -> tuple[int, str] | None:
    kind = re.search(r"flow (\w+)", slip.context)
    if kind is None:
        return None
    line = slip.since if slip.since <= len(slip.lines) else slip.above
    return line, f"opens a bracket {_BRACKETS[kind.group(1)]} that is not closed"


def _of_colons(slip: _Slip) -> tuple[int, str] | None:
    if "could not find expected ':'" in slip.problem:
        return slip.since, "has no colon behind the key; expected 'key: text'"
    if "mapping values" not in slip.problem:
        return None
    for line in (slip.line, slip.above):
        if _KEY_WITHOUT_BLANK.match(slip.lines[line - 1]):
            return line, "has no blank behind '-' or ':'; expected '- name: …'"
    if ": " in slip.text[: slip.column]:
        return slip.line, 'has a second colon; put the text between marks such as "…"'
    return None


def _of_blanks(slip: _Slip) -> tuple[int, str]:
    here, above = slip.indent(slip.line), slip.indent(slip.above)
    if slip.lines[slip.above - 1].rstrip().endswith("[]"):
        return slip.above, "says with '[]' that nothing follows; take it out where something does"
    if here == above:
        return slip.line, (
            f"does not go on from line {slip.above}; "
            "expected '- ' before an entry, and two blanks before its other lines"
        )
    side = "right" if here > above else "left"
    return slip.line, f"begins further {side} than line {slip.above}, and belongs to nothing there"
