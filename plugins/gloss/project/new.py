"""``gloss new FOLDER``: a digest of one's own, which builds at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gloss import __version__

TEMPLATE, SAMPLE = "template", "sample"
# Folders that a digest has from the first, though nothing may be in them yet.
FOLDERS = ("seeds", "content/stories", "content/pages", "content/static")
# How files are named that are hidden, or no code yet, in the package.
_HIDDEN, NOT_YET = re.compile(r"^dot\."), ".in"
_SAMPLE_SAYS = """
## The sample

The stories of Saltmouth are invented, and are here to be looked at. To begin your own:
delete what is in `seeds/`, `content/stories/`, `content/corrections/` and `content/pages/`, and
write `entities: []` alone into `content/entities.yaml`.
"""


class NewDigestError(ValueError):
    """A digest that cannot be made there; its text is one line for the user."""


@dataclass(frozen=True)
class Wishes:
    """What is known of a digest when it is made.

    address: where it will be published, or empty. language: BCP 47, of the interface.
    sample: whether it begins with the stories of an invented town.
    """

    name: str = "Our digest"
    subtitle: str = "An annotated news digest"
    address: str = ""
    contact: str = ""
    language: str = "en"
    sample: bool = False


def make_digest(folder: Path, wishes: Wishes) -> list[str]:
    """Write the files of a new digest; return their paths in the folder.

    Raises NewDigestError where one of them is there already: then nothing is written.
    """
    made = dict(_files_of(wishes))
    there = [name for name in made if (folder / name).exists()]
    if there:
        raise NewDigestError(f"{folder / there[0]} is there already; nothing was written")
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return list(made)


def _files_of(wishes: Wishes) -> Iterator[tuple[str, bytes]]:
    ours = files("gloss.project")
    sample = dict(_under(ours / SAMPLE)) if wishes.sample else {}
    for name, file in _under(ours / TEMPLATE):
        if name not in sample:
            yield name, _filled(file.read_text(encoding="utf-8"), wishes).encode()
    for name, file in sample.items():
        yield name, file.read_bytes()


def _under(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """The files under a folder, in order, by the paths that they have in a digest."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = path + _HIDDEN.sub(".", entry.name).removesuffix(NOT_YET)
        if entry.is_dir():
            yield from _under(entry, f"{name}/")
        else:
            yield name, entry


def _filled(text: str, wishes: Wishes) -> str:
    values = {
        "@title@": wishes.name,
        "@sample@": _SAMPLE_SAYS if wishes.sample else "",
        "@version@": __version__,
        **{
            f"@{key}@": json.dumps(getattr(wishes, key), ensure_ascii=False)
            for key in ("name", "subtitle", "address", "contact", "language")
        },
    }
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text.rstrip() + "\n"
