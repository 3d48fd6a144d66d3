"""Print pages: a page's view and its story's blocks, through the theme's template, to a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import jinja2

from gloss.article.unmark import attributed, mark_once, placed, unmark
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
        words = self.environment.get_template(DATES).module
        return str(words.say(in_words(edtf, self.site.lang))).strip()  # type: ignore[attr-defined]

    def file(self, page: Page) -> File:
        """Return a page as the file that it becomes."""
        return File(page.path, partial(_depends, page), partial(self.print, page), page.source)

    def print(self, page: Page) -> bytes:
        """Return the page as HTML in UTF-8."""
        link = partial(_link, page.path.removesuffix("index.html"))
        blocks = self.records.load("blocks", page.body) if page.body else ()
        view = _view(page)
        listed = (unmark(block, view.get("unlisted", ())) for block in blocks)
        marked = placed(mark_once(listed, self.site.marks), view.get("passing", ()))
        blocks = tuple(attributed(marked, view.get("beside", {})))
        own = {"site": self.site, "path": page.path, "link": link, "blocks": blocks}
        own["forms"] = forms_of_blocks(blocks)
        text = self.environment.get_template(page.template).render({**view, **own})
        return text.encode("utf-8", "replace")


def _depends(page: Page) -> tuple[Any, ...]:
    """All that a page shows, or what stands for it."""
    key = page.key() if callable(page.key) else page.key
    return page.template, page.body, _view(page) if key is None else key


def _view(page: Page) -> Mapping[str, Any]:
    return dict(page.view() if callable(page.view) else page.view)


def _link(here: str, target: str) -> str:
    return relative(target, here)
