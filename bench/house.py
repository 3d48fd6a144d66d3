"""Count what makes a house hard to live in: branches, long functions, twins, words in code.

    python -m bench.house [PACKAGE]

PACKAGE is a folder of Python (``plugins/gloss`` unless said otherwise). Printed is one row a room
(a module or folder of the package): files, functions, the share with more than ten branches, the
most branches, the most lines; then what the whole has of regular expressions that read dates
outside ``edtf``, of public classes that share a name, and of word lists that stand in code.

Branches are McCabe's (T. J. McCabe, A Complexity Measure, IEEE TSE 2(4), 1976), with each operand
of ``and`` and ``or`` and each condition of a comprehension counted as well.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gloss.story import KINDS
from spacy.glossary import GLOSSARY

MANY = 10  # branches
LISTED = 4  # words that make a list
FOUR_DIGITS = re.compile(r"\\d\{4\}|\[0-9\]\{4\}")
ALTERNATION = re.compile(r"(?:[A-Za-z]{2,}\|){3,}[A-Za-z]{2,}")
WORD = re.compile(r"[A-Za-z][A-Za-z' -]*")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Measured:
    """A function's place, branches and lines."""

    room: str
    place: str
    branches: int
    lines: int


def main(arguments: Sequence[str] = sys.argv[1:]) -> int:
    """Print the counts of a package."""
    package = Path(arguments[0] if arguments else "plugins/gloss")
    trees = {p: ast.parse(p.read_text("utf-8")) for p in sorted(package.rglob("*.py"))}
    for row in rooms(package, trees):
        print(row)
    for title, found in (
        ("regular expressions that read dates outside edtf", dates(package, trees)),
        ("public classes that share a name", twins(package, trees)),
        ("lists of words in code", lists(package, trees)),
    ):
        print(f"\n{title}: {len(found)}", *found, sep="\n  ")
    return 0


def rooms(package: Path, trees: dict[Path, ast.Module]) -> Iterator[str]:
    """Yield a line a room, and one for the whole."""
    measured = [m for path, tree in trees.items() for m in measure(package, path, tree)]
    files = Counter(room_of(package, path) for path in trees)
    yield f"{'room':16}{'files':>6}{'functions':>10}{'above ten':>14}{'most':>6}{'longest':>9}"
    for room in sorted({m.room for m in measured}):
        yield _row(room, files[room], [m for m in measured if m.room == room])
    yield _row("all", files.total(), measured)
    worst = sorted(measured, key=lambda m: -m.branches)[:5]
    yield "most branches: " + ", ".join(f"{m.place} {m.branches}" for m in worst)


def _row(room: str, files: int, measured: Sequence[Measured]) -> str:
    above = sum(m.branches > MANY for m in measured)
    share = f"{above} ({100 * above / len(measured):.1f} %)"
    most, longest = max(m.branches for m in measured), max(m.lines for m in measured)
    return f"{room:16}{files:6}{len(measured):10}{share:>14}{most:6}{longest:9}"


def room_of(package: Path, path: Path) -> str:
    """Name the room that a file belongs to; those of the annotator are told apart."""
    parts = path.relative_to(package).with_suffix("").parts
    return "/".join(parts[:2]) if parts[0] == "annotate" and len(parts) > 2 else parts[0]


def measure(package: Path, path: Path, tree: ast.Module) -> Iterator[Measured]:
    """Yield each function of a module, inner ones included."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            place = f"{path.relative_to(package)}:{node.name}"
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield Measured(room_of(package, path), place, branches(node), lines)


def branches(function: Function) -> int:
    """Count a function's branches, those of functions inside it left out."""
    inner = {
        id(n)
        for f in ast.walk(function)
        if isinstance(f, Function) and f is not function
        for n in ast.walk(f)
    }
    return 1 + sum(_branches_of(n) for n in ast.walk(function) if id(n) not in inner)


def _branches_of(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return len(node.ifs)
    single = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler)
    return int(isinstance(node, (*single, ast.match_case)))


def dates(package: Path, trees: dict[Path, ast.Module]) -> list[str]:
    """Return the places of regular expressions for years that stand outside ``edtf``."""
    return [
        f"{path.relative_to(package)}:{node.lineno}"
        for path, tree in trees.items()
        if room_of(package, path) != "edtf"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and _is_pattern_of_years(node.value)
    ]


def _is_pattern_of_years(value: object) -> bool:
    return isinstance(value, str) and bool(FOUR_DIGITS.search(value))


def twins(package: Path, trees: dict[Path, ast.Module]) -> list[str]:
    """Return the names that more than one public class has, with their places."""
    places = defaultdict(list)
    for path, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(path.relative_to(package)))
    return [f"{name}: {', '.join(at)}" for name, at in sorted(places.items()) if len(at) > 1]


def lists(package: Path, trees: dict[Path, ast.Module]) -> list[str]:
    """Return the places of lists and alternations of words in what annotates and identifies."""
    return [
        f"{path.relative_to(package)}:{node.lineno}"
        for path, tree in trees.items()
        if room_of(package, path).split("/")[0] in ("annotate", "identity", "linking", "naming")
        for node in ast.walk(tree)
        if _is_list(node)
    ]


def _is_list(node: ast.AST) -> bool:
    """Tell a list of a language's words from one of a parser's labels."""
    if isinstance(node, ast.Tuple | ast.Set | ast.List):
        words = {e.value for e in node.elts if isinstance(e, ast.Constant)}
        plain = {w for w in words if isinstance(w, str) and WORD.fullmatch(w)}
        return len(plain - GLOSSARY.keys() - set(KINDS)) >= LISTED
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(ALTERNATION.search(node.value))
    )


if __name__ == "__main__":
    sys.exit(main())
