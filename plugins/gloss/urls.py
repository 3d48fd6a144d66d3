"""Where things stand on the site: the only place that knows.

Addresses are relative to the site's root and end in ``/`` (or in a file's name), so that they work
under a project subpath; ``relative`` turns one into a link from another page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import urlencode

from gloss.store.file_names import is_device
from gloss.story import Kind, kind_of

FOLDERS: dict[Kind, str] = {
    "person": "people",
    "org": "organisations",
    "place": "places",
    "group": "groups",
    "event": "events",
    "work": "works",
    "product": "products",
    "law": "laws",
    "topic": "topics",
}
# The kinds that a search can be filtered by.
FILTERED: tuple[Kind, ...] = ("person", "org", "place")
# The folders under the site's root that hold pages and files of the digest, and nothing else.
SECTIONS = (
    *FOLDERS.values(),
    *("corrections", "editions", "sections", "stories", "threads", "with", "timeline", "quotes"),
    *("network", "search", "data", "feeds", "about", "theme"),
)


CORRECTIONS = "corrections/"
# Two names beside each other.
WITH = "with/"

# File systems hold names of 255 bytes; more is written behind some of them while a file is made.
LONGEST_NAME = 200


def story_url(slug: str) -> str:
    """Return the address of a story: ``stories/SLUG/``."""
    return f"stories/{_folder(slug)}/"


def edition_url(key: str) -> str:
    """Return the address of an edition: ``editions/2018-W38/``."""
    return f"editions/{key}/"


def section_url(slug: str) -> str:
    """Return the address of a section: ``sections/business/``."""
    return f"sections/{_folder(slug)}/"


def month_url(year: int, month: int | None = None) -> str:
    """Return the address of a year's or a month's stories: ``2018/``, ``2018/09/``."""
    return f"{year:04}/{month:02}/" if month else f"{year:04}/"


def is_of_a_year(folder: str) -> bool:
    """Tell whether a folder under the root holds the stories of a year."""
    return len(folder) == len("2018") and folder.isascii() and folder.isdigit()


@lru_cache(maxsize=1 << 17)
def entity_url(entity: str) -> str:
    """Return the address of a name's page: ``people/leon-li/``."""
    return f"{FOLDERS[kind_of(entity)]}/{_folder(entity.partition(':')[2])}/"


def place_url(slug: str, entity: str) -> str:
    """Return the address of a name in a story: ``stories/SLUG/#person:leon-li``."""
    return f"{story_url(slug)}#{entity}"


def thread_url(slug: str) -> str:
    """Return the address of a thread, which has the slug of its first story: ``threads/SLUG/``."""
    return f"threads/{_folder(slug)}/"


@lru_cache(maxsize=1 << 17)
def _folder(slug: str) -> str:
    """Return a slug as the name of a folder that every system can make, and no file has.

    Where it is too long, a device's or like a page's own, its digest is put at its end: the same
    slug always has the same address.
    """
    name = slug.casefold()
    odd = is_device(name) or name.endswith((".html", "."))
    data = slug.encode("utf-8", "replace")
    if not odd and len(data) <= LONGEST_NAME:
        return slug
    cut = data[:LONGEST_NAME].decode("utf-8", "ignore")
    return f"{cut}-{blake2b(data, digest_size=4).hexdigest()}"


# What a picture is called, in the folder of the page that shows it.
PICTURE_FILE = "picture.webp"
# What a picture's line in a head holds.
PICTURE = "a file of content/static/images: .jpg, .png, .webp or .gif"
_PICTURE = re.compile(r"[^/\\:*?\"<>|.][^/\\:*?\"<>|]*\.(?:jpe?g|png|webp|gif)", re.IGNORECASE)


def is_picture(name: str) -> bool:
    """Tell whether a line names a picture's file."""
    return _PICTURE.fullmatch(name) is not None


def picture_url(slug: str) -> str:
    """Return where a story's picture is."""
    return f"{story_url(slug)}{PICTURE_FILE}"


def name_picture_url(entity: str) -> str:
    """Return where a name's picture is."""
    return f"{entity_url(entity)}{PICTURE_FILE}"


def relative(target: str, page: str) -> str:
    """Return the link from one address to another, both relative to the root.

    >>> relative("people/leon-li/", "stories/a-meeting/")
    '../../people/leon-li/'
    """
    path, mark, fragment = target.partition("#")
    there, here = path.split("/"), page.split("/")
    shared, most = 0, min(len(there), len(here)) - 1  # the last of each is no folder
    while shared < most and there[shared] == here[shared]:
        shared += 1
    link = "../" * (len(here) - 1 - shared) + "/".join(there[shared:])
    return (link or "./") + mark + fragment


def pair_url(one: str, other: str) -> str:
    """Return the address of the page of two names: ``with/people/ann-lee/places/sel/``."""
    return f"{WITH}{entity_url(one)}{entity_url(other)}"


def with_url(one: str, other: str) -> str:
    """Return the address at which a script puts two names beside each other."""
    return f"{WITH}?{urlencode({'a': one, 'b': other})}"
