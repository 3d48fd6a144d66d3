"""Where things stand on the site: the only place that knows.

Addresses are relative to the site's root and end in ``/`` (or in a file's name), so that they work
under a project subpath; ``relative`` turns one into a link from another page.
"""

from __future__ import annotations

from posixpath import relpath

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
# The folders under the site's root that hold pages and files of the digest, and nothing else.
SECTIONS = (
    *FOLDERS.values(),
    *("stories", "timeline", "quotes", "network", "search", "data", "feeds", "about", "theme"),
)


def story_url(slug: str) -> str:
    """Return the address of a story: ``stories/SLUG/``."""
    return f"stories/{slug}/"


def entity_url(entity: str) -> str:
    """Return the address of a name's page: ``people/leon-li/``."""
    return f"{FOLDERS[kind_of(entity)]}/{slug_of(entity)}/"


def slug_of(entity: str) -> str:
    """Return the part of an entity id after its kind."""
    return entity.partition(":")[2]


def relative(target: str, page: str) -> str:
    """Return the link from one address to another, both relative to the root.

    >>> relative("people/leon-li/", "stories/a-meeting/")
    '../../people/leon-li/'
    """
    path, mark, fragment = target.partition("#")
    link = relpath("/" + path, "/" + page if page.endswith("/") or not page else "/" + page + "/..")
    slash = "/" if path.endswith("/") or not path else ""
    return ("./" if link == "." else link + slash) + mark + fragment
