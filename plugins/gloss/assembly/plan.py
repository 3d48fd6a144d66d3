"""Plan the site: every page and file, and where each goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gloss.assembly.files import plan_files
from gloss.assembly.job import BuildJob
from gloss.assembly.printer import Printer
from gloss.digest.marks import Marks
from gloss.digest.model import Digest
from gloss.digest.sections import menu_of
from gloss.edtf import iso_date
from gloss.formats.sitemap import sitemap_files
from gloss.output import Output
from gloss.pages import plan
from gloss.pages.page import Page
from gloss.urls import story_url


def plan_outputs(digest: Digest, printer: Printer, job: BuildJob) -> Iterator[Output]:
    """Yield all that the site is made of, the files that take longest first."""
    marks = Marks(digest)
    printer = replace(printer, site=replace(printer.site, sections=menu_of(digest)))
    pages = list(plan(digest, printer.site, marks, printer.records.load))
    yield from plan_files(digest, printer, job, marks)
    own: dict[str, str | None] = {page.url: None for page in job.pages}
    yield from sitemap_files(addresses(pages, digest) | own, printer.site)
    yield from map(printer.output, pages)


def addresses(pages: Iterable[Page], digest: Digest) -> dict[str, str | None]:
    """Return the addresses that robots should know, with the day of a story's last change."""
    hidden = {story_url(slug) for slug in digest.hidden}
    days = {story_url(story.slug): iso_date(story.day) for story in digest.stories.values()}
    listed = (page.path.removesuffix("index.html") for page in pages if page.listed)
    return {address: days.get(address) for address in listed if address not in hidden}
