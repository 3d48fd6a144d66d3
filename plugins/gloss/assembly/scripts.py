"""Scripts as they are published: small, and each with the modules that it imports in one file.

The theme's scripts are small modules that a browser runs as they stand; published so, a search
would fetch two dozen of them one after another. ``bundle`` puts a module behind those that it
imports, each in a function of its own, so that no two names meet. Comments and blanks go; names
stay as they are.
"""

from __future__ import annotations

import re
from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]

_IMPORT = re.compile(r'^import (?P<names>\{[^}]*\}) from "(?P<path>\./[^"]+)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\*? ?(?P<name>\w+))", re.M)
_NESTED = re.compile(r"\$\{[^}]*`")

# Scripts in this folder of the theme are published with their imports.
BUNDLED = "search"


def publish(path: Path) -> bytes:
    """Return a file of the theme as it is published; what is no script stays as it is."""
    if path.suffix != ".js":
        return path.read_bytes()
    bundled = path.parent.name == BUNDLED
    return small(bundle(path) if bundled else path.read_text(encoding="utf-8")).encode()


def made_from(path: Path) -> list[Path]:
    """Return the files that a published file depends on."""
    bundled = path.suffix == ".js" and path.parent.name == BUNDLED
    return sorted(path.parent.glob("*.js")) if bundled else [path]


def bundle(path: Path) -> str:
    """Return a module that imports nothing: what it imported stands before it.

    Imports are of the one form that the theme uses: ``import { names } from "./file.js";``.
    Raises ValueError where modules import each other.
    """
    before: dict[Path, str] = {}
    code = _resolved(path, before, (path,))
    return "".join(before.values()) + code


def _resolved(path: Path, before: dict[Path, str], way: tuple[Path, ...]) -> str:
    """A module's code, its imports taken from modules that are put into ``before``."""
    code = path.read_text(encoding="utf-8")
    for imported in _IMPORT.finditer(code):
        other = path.parent / imported["path"]
        if other in way:
            raise ValueError(f"{path.name} and {other.name} import each other")
        if other not in before:
            inner = _resolved(other, before, (*way, other))
            before[other] = _closed(_name(other), inner)
    return _IMPORT.sub(lambda found: _taken(found["names"], path.parent / found["path"]), code)


def _taken(names: str, other: Path) -> str:
    """An import as it is taken from a module that stands before."""
    return f"const {names} = {_name(other)};\n"


def _closed(name: str, code: str) -> str:
    """A module as a function that is called once and returns its exports."""
    exports = ", ".join(found["name"] for found in _EXPORT.finditer(code))
    return f"const {name} = (() => {{\n{_EXPORT.sub('', code)}return {{ {exports} }};\n}})();\n"


def _name(path: Path) -> str:
    return "$" + re.sub(r"\W", "_", path.stem)


def small(script: str) -> str:
    """Return a script without comments, and without blanks that say nothing.

    A script with a template literal inside of another is left as it is: rjsmin, which reads no
    nested ones, would take blanks out of the text of the inner one.
    """
    return script if _NESTED.search(script) else f"{jsmin(script, keep_bang_comments=True)}\n"
