"""What it takes to make an output: the plan of the site, the templates, what was made last time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from gloss.assembly.files import addresses, plan_files
from gloss.assembly.manifest import Written, stamp_of
from gloss.assembly.templates import Theme, digest_of_theme, load_environment
from gloss.digest.marks import Marks
from gloss.digest.model import Digest
from gloss.formats.file import Bundle, File
from gloss.formats.sitemap import sitemap_files
from gloss.pages import plan
from gloss.pages.page import Page
from gloss.site import Site
from gloss.store.fingerprint import code_digest, fingerprint
from gloss.store.records import StoryRecords
from gloss.store.writing import same_content, write_atomically
from gloss.urls import relative

# The parts of Gloss whose code what is written depends on.
CODE = (
    *("story", "urls", "site", "register", "article", "digest"),
    *("formats", "search", "pages", "assembly", "store"),
)

Output = Page | File | Bundle


@dataclass(frozen=True)
class Outcome:
    """One file of the site as it now is, and whether it was written."""

    path: str
    output: Written
    written: bool


@dataclass
class Renderer:
    """All that is needed to make any output; inherited by the processes that make them.

    before: the outputs as they were last written. version: what every output depends on beside its
    own view or key.
    """

    output: Path
    planned: Sequence[Output]
    before: Mapping[str, Written]
    site: Site
    version: str
    records: StoryRecords
    environment: jinja2.Environment

    def leave_out(self, paths: Collection[str]) -> None:
        """Do not make these pages or files."""
        self.planned = [w for w in self.planned if isinstance(w, Bundle) or w.path not in paths]

    def make(self, work: Output) -> Iterator[Outcome]:
        """Write an output if it changed, and yield what became of it."""
        if isinstance(work, Page):
            yield self._page(work)
        elif isinstance(work, File):
            yield self._file(work, Written(fingerprint(self.version, work.path, work.key)))
        else:
            yield from self._bundle(work)

    def _file(self, file: File, shown: Written) -> Outcome:
        return self._kept(file.path, shown) or self._write(file.path, shown, file.make)

    def _bundle(self, bundle: Bundle) -> Iterator[Outcome]:
        key = fingerprint(self.version, bundle.folder, bundle.key)
        of_bundle = [path for path, o in self.before.items() if o.bundle == bundle.folder]
        kept = [self._kept_by_key(path, key) for path in of_bundle]
        if kept and all(kept):
            yield from filter(None, kept)
            return
        for file in bundle.make():
            mark = fingerprint(self.version, file.path, file.key)
            yield self._file(file, Written(mark, key=key, bundle=bundle.folder))

    def _page(self, page: Page) -> Outcome:
        depends = page.key() if callable(page.key) else page.key
        view = _view(page) if depends is None else None
        about = (page.path, page.template, page.body)
        shown = Written(fingerprint(self.version, *about, view if depends is None else depends))
        make = partial(self._print, page, view)
        return self._kept(page.path, shown) or self._write(page.path, shown, make)

    def _print(self, page: Page, view: Mapping[str, Any] | None) -> bytes:
        view = _view(page) if view is None else view
        link = partial(_link, page.path.removesuffix("index.html"))
        blocks = self.records.load("blocks", page.body) if page.body else ()
        own = {"site": self.site, "path": page.path, "link": link, "blocks": blocks}
        text = self.environment.get_template(page.template).render({**view, **own})
        return text.encode("utf-8", "replace")

    def _kept(self, path: str, shown: Written) -> Outcome | None:
        """The file as it stands, if it shows the same."""
        before = self.before.get(path)
        if before and before.mark == shown.mark and self._stands(path, before):
            return Outcome(path, replace(shown, stamp=before.stamp), written=False)
        return None

    def _kept_by_key(self, path: str, key: str) -> Outcome | None:
        before = self.before.get(path)
        if before and before.key == key and self._stands(path, before):
            return Outcome(path, before, written=False)
        return None

    def _stands(self, path: str, before: Written) -> bool:
        return stamp_of(f"{self.output}/{path}") == before.stamp

    def _write(self, path: str, shown: Written, make: Callable[[], bytes]) -> Outcome:
        file, content = self.output / path, make()
        written = not same_content(file, content)
        if written:
            write_atomically(file, content)
        stamp = stamp_of(str(file))
        assert stamp, f"{file} was just written"
        return Outcome(path, replace(shown, stamp=stamp), written)


def _view(page: Page) -> Mapping[str, Any]:
    return dict(page.view() if callable(page.view) else page.view)


def _link(here: str, target: str) -> str:
    return relative(target, here)


def open_renderer(
    digest: Digest,
    records: StoryRecords,
    site: Site,
    theme: Theme,
    output: Path,
    before: Mapping[str, Written],
) -> Renderer:
    """Plan the site and load the templates."""
    marks = Marks(digest)
    pages = list(plan(digest, site, marks))
    files = plan_files(digest, site, theme, marks, records)
    robots = sitemap_files(addresses(pages, digest), site)
    return Renderer(
        output=output,
        planned=[*files, *robots, *pages],
        before=before,
        site=site,
        version=fingerprint(code_digest(*CODE), digest_of_theme(theme), site),
        records=records,
        environment=load_environment(theme),
    )
