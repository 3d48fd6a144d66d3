"""Print pages: a page's view and its story's blocks, through the theme's template, to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

import jinja2

from gloss.article.unmark import attributed, mark_once, placed, unmark, without_workings
from gloss.assembly.story_records import StoryRecords
from gloss.edtf import in_words
from gloss.output import File
from gloss.pages.forms import forms_of_blocks
from gloss.pages.page import Page
from gloss.site import Site
from gloss.urls import relative

DATES = "partials/dates.html"


@dataclass(frozen=True)
class Printer:
    """What it takes to print any page."""

    site: Site
    records: StoryRecords
    environment: jinja2.Environment

    def say(self, edtf: str) -> str:
        """Return an EDTF value in the words that the theme's pages have for it."""
        return self._say(edtf)

    @cached_property
    def _say(self) -> Callable[[str], str]:
        words: Any = self.environment.get_template(DATES).module
        return cache(lambda edtf: str(words.say(in_words(edtf, self.site.lang))).strip())

    def output(self, page: Page) -> PrintedPage:
        """Return a page as what is written of it."""
        return PrintedPage(page, self)

    def print(self, page: Page, view: Mapping[str, Any]) -> bytes:
        """Return a page that shows this as HTML in UTF-8."""
        link = partial(_link, page.path.removesuffix("index.html"))
        blocks = self.records.load("blocks", page.body) if page.body else ()
        listed = (unmark(block, view.get("unlisted", ())) for block in blocks)
        marked = placed(mark_once(listed, self.site.marks), view.get("passing", ()))
        blocks = tuple(without_workings(attributed(marked, view.get("beside", {}))))
        own = {"site": self.site, "path": page.path, "link": link, "blocks": blocks}
        own["forms"] = forms_of_blocks(blocks)
        text = self.environment.get_template(page.template).render({**view, **own})
        return text.encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page as an output.

    Its key is cheaper than what it shows, and may change where that does not: a page is printed
    only where what it shows is other than it was.
    """

    page: Page
    printer: Printer
    whole: bool = False

    @property
    def path(self) -> str:
        """The page's path."""
        return self.page.path

    @property
    def source(self) -> str:
        """What the page is about."""
        return self.page.source

    def key(self) -> Any:
        """Return what the page depends on."""
        page = self.page
        key = page.key() if callable(page.key) else page.key
        return page.template, page.body, _view(page) if key is None else key

    def files(self) -> Iterator[File]:
        """Make what the page shows, and return the file that is printed of it."""
        page, view = self.page, _view(self.page)
        shown = page.template, page.body, view
        yield File(page.path, shown, partial(self.printer.print, page, view), page.source)


def _view(page: Page) -> Mapping[str, Any]:
    return dict(page.view() if callable(page.view) else page.view)


def _link(here: str, target: str) -> str:
    return relative(target, here)
