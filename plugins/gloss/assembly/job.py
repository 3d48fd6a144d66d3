"""What a build is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from gloss.assembly.templates import Theme
from gloss.register import Register
from gloss.site import OwnPage, Site


@dataclass(frozen=True)
class BuildJob:
    """What to build, from what, where to.

    articles: folder of Markdown articles. cache: folder for what need not be made twice; it may be
        deleted at any time, and is no part of the site.
    taken: paths under the output folder that somebody else writes, such as an editor's own
        ``about/index.html``: they are left alone.
    pages: the editor's own, which the search finds.
    """

    articles: Path
    output: Path
    cache: Path
    theme: Theme
    site: Site = field(default_factory=Site)
    register: Register = field(default_factory=Register)
    taken: tuple[str, ...] = ()
    pages: tuple[OwnPage, ...] = ()

    @property
    def images(self) -> Path:
        """The folder of the stories' pictures."""
        return self.articles.parent / "static" / "images"
