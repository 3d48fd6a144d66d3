"""Change a module in small ways, one at a time, and see whether its tests notice.

    python -m bench.mutants MODULE TESTS... [--most N] [--seed N]

MODULE is a file of the package, TESTS are what pytest takes. A change ("mutant") turns a comparison
round, swaps ``and`` and ``or``, drops an operand or a ``not``, moves a number by one, or returns
None. One that no test notices is printed with its line: either a case is missing, or the change
means the same, or the code does nothing. The method is mutation analysis (R. DeMillo, R. Lipton,
F. Sayward, Hints on Test Data Selection, Computer 11(4), 1978).

Each mutant has a process of its own (POSIX only), forked where spaCy and its pipeline are loaded.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.util
import os
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

PLUGINS = Path(__file__).parents[1] / "plugins"
SLOWEST = 600  # seconds that the tests of one mutant may take: it may have made a loop endless

TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE,
    ast.LtE: ast.Gt, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A changed module: what was changed, in which line, and the whole code."""

    line: int
    change: str
    code: ast.Module


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants of a module; print those that live, and the share that was killed."""
    options = _parser().parse_args(arguments)
    path = Path(options.module).resolve()
    mutants = list(mutants_of(ast.parse(path.read_text(encoding="utf-8"))))
    random.Random(options.seed).shuffle(mutants)
    _warm_up()
    tried = sorted(mutants[: options.most], key=lambda m: m.line)
    living = [m for m in tried if not _is_noticed(m, path, options.tests)]
    for mutant in living:
        print(f"{options.module}:{mutant.line}: {mutant.change}")
    print(f"{len(tried) - len(living)} of {len(tried)} mutants were noticed")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="See whether tests notice changes of a module.")
    parser.add_argument("module")
    parser.add_argument("tests", nargs="+")
    parser.add_argument("--most", type=int, default=40, help="how many mutants, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def mutants_of(tree: ast.Module) -> Iterator[Mutant]:
    """Yield each small change of a module."""
    for place, node in enumerate(ast.walk(tree)):
        for change, make in _changes(node):
            changed = copy.deepcopy(tree)
            make(next(n for i, n in enumerate(ast.walk(changed)) if i == place))
            yield Mutant(node.lineno, f"{ast.unparse(node)[:70]}  ->  {change}", changed)


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[Any], None]]]:
    """Yield what can be changed in a node, each with the function that does it."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        turned = TURNED[type(node.ops[0])]
        yield turned.__name__, lambda n: setattr(n, "ops", [turned()])
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield other.__name__, lambda n: setattr(n, "op", other())
        for at in range(len(node.values)):
            yield f"without operand {at + 1}", lambda n, at=at: n.values.pop(at)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "without not", lambda n: setattr(n, "operand", ast.UnaryOp(ast.Not(), n.operand))
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield "one more", lambda n: setattr(n, "value", n.value + 1)
    elif isinstance(node, ast.Return) and node.value and not _is_nothing(node.value):
        yield "return None", lambda n: setattr(n, "value", ast.Constant(None))


def _is_nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and not value.value


def _warm_up() -> None:
    """Load once what takes long, so that each process finds it there."""
    import spacy

    load = cache(lambda name, *exclude: _load(name, exclude=list(exclude)))
    _load, spacy.load = spacy.load, lambda name, *, exclude=(): load(name, *exclude)
    from gloss.annotate.language import load_language

    load_language()


def _is_noticed(mutant: Mutant, path: Path, tests: Sequence[str]) -> bool:
    sys.stdout.flush()
    child = os.fork()
    if not child:
        import signal

        signal.alarm(SLOWEST)
        os._exit(_test(mutant, path, tests))
    return os.waitpid(child, 0)[1] != 0


def _test(mutant: Mutant, path: Path, tests: Sequence[str]) -> int:
    """Run the tests on the changed module; 0 where they all pass."""
    import pytest

    sys.meta_path.insert(0, _Changed(mutant.code, path))
    for name in [n for n in sys.modules if n.split(".")[0] == "gloss"]:
        del sys.modules[name]
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]))


class _Changed(MetaPathFinder, Loader):
    """Gives the changed module to whoever imports it."""

    def __init__(self, code: ast.Module, path: Path) -> None:
        parts = path.relative_to(PLUGINS).with_suffix("").parts
        self.name = ".".join(p for p in parts if p != "__init__")
        self.is_package = path.name == "__init__.py"
        self.code, self.path = ast.fix_missing_locations(code), path

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        folder = [str(self.path.parent)] if self.is_package else None
        return importlib.util.spec_from_file_location(
            fullname, self.path, loader=self, submodule_search_locations=folder
        )

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.code, str(self.path), "exec"), vars(module))


if __name__ == "__main__":
    sys.exit(main())
