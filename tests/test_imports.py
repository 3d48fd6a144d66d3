"""Imports run one way: hooks -> pages -> formats, search -> digest -> article, seed -> story."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from gloss.assembly import build, reading
from gloss.ingest.run import ANNOTATING

PACKAGE = Path(__file__).parents[1] / "plugins" / "gloss"

# What each part of the package may import of the others. A part is a module or folder of gloss.
MAY_IMPORT = {
    "story": set(),
    "edtf": {"lexicon"},
    "lexicon": set(),
    "languages": {"lexicon"},
    "speakers": {"story", "lexicon"},
    "urls": {"story", "store"},
    "site": set(),
    "output": set(),
    "errors": set(),
    "objects": set(),
    "serve": set(),
    "register": {"story", "naming"},
    "seed": {"story", "languages", "urls"},
    "naming": {"lexicon"},
    "gazetteer": {"story", "lexicon", "naming"},
    "identity": {"story", "lexicon", "gazetteer", "naming"},
    "annotate": {
        *("story", "speakers", "edtf", "lexicon", "languages"),
        *("register", "gazetteer", "naming", "identity"),
    },
    "article": {"story", "speakers", "edtf", "urls"},
    "corrections": {"story", "edtf", "article", "store"},
    "digest": {
        *("story", "speakers", "edtf", "lexicon", "urls", "site"),
        *("register", "gazetteer", "naming", "objects"),
    },
    "store": set(),
    "formats": {
        *("story", "speakers", "lexicon", "edtf", "urls", "site", "output"),
        *("digest", "gazetteer", "store"),
    },
    "search": {"story", "edtf", "urls", "site", "output", "objects", "digest", "lexicon", "store"},
    "pages": {"story", "edtf", "lexicon", "urls", "site", "digest", "formats", "gazetteer"},
    "work": {"story"},
    "ingest": {
        *("story", "speakers", "seed", "lexicon", "naming", "annotate", "identity"),
        *("article", "corrections", "register", "work", "store", "errors", "urls", "objects"),
    },
    "assembly": {
        *("story", "edtf", "urls", "site", "output", "errors", "objects"),
        *("register", "article", "digest"),
        *("formats", "search", "pages", "work", "store"),
    },
    "check": {
        *("story", "speakers", "edtf", "article", "corrections", "seed", "digest", "errors"),
    },
    "hooks": {"story", "urls", "site", "register", "ingest", "assembly", "check", "work", "store"},
    "desk": {
        *("story", "speakers", "edtf", "naming", "article", "corrections", "register"),
        *("search", "store", "urls", "errors", "digest", "ingest"),
    },
    "project": {"hooks", "serve", "desk"},
    "intake": {"seed", "errors"},
    "__main__": {
        *("story", "edtf", "register", "annotate", "ingest", "identity", "work"),
        *("project", "intake"),
    },
    "__init__": set(),
}  # fmt: skip
ONLY_HERE = {
    "pelican": {"hooks"},
    "spacy": {"annotate"},
    "onnxruntime": {"annotate"},
    "trafilatura": {"intake"},
    "flask": {"desk"},
}


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively, line {node.lineno}"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_what_lies_beneath_it(path):
    part = _part(path)
    wanted = {name.split(".")[1] for name in _imports(path) if name.startswith("gloss.")}
    wanted -= {part, "__version__"}
    assert wanted <= MAY_IMPORT[part]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_library_is_known_in_one_part_only(path):
    outside = {name.split(".")[0] for name in _imports(path)}
    for library, parts in ONLY_HERE.items():
        assert library not in outside or _part(path) in parts


def _beneath(*rooms: str) -> set[str]:
    """The rooms that these may import from, whatever the way."""
    found: set[str] = set()
    while rooms:
        found |= set(rooms)
        rooms = tuple({below for room in rooms for below in MAY_IMPORT[room]} - found)
    return found


@pytest.mark.parametrize(
    ("code", "rooms", "apart"),
    [
        # The register has a digest of its own, for each story.
        (ANNOTATING, ("annotate",), {"register"}),
        (reading.CODE, ("article", "digest", "formats", "search"), {"objects"}),
        # Errors, executors and the search for cycles change nothing of what is written.
        (build.CODE, ("assembly",), {"errors", "objects", "work"}),
    ],
)
def test_what_is_kept_depends_on_all_the_code_that_makes_it(code, rooms, apart):
    assert _beneath(*rooms) - apart <= set(code)
