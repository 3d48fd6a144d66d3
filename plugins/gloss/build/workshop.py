"""What making a page takes: the digest, the plan of the site, the templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from gloss.build.files import addresses, plan_files
from gloss.build.fingerprint import code_digest, fingerprint
from gloss.build.manifest import Output, stamp_of
from gloss.build.store import Shelf
from gloss.build.templates import Theme, digest_of_theme, load_environment
from gloss.build.writer import same_content, write_atomically
from gloss.digest.model import Digest
from gloss.outputs.file import File
from gloss.outputs.sitemap import sitemap_files
from gloss.pages import plan
from gloss.pages.page import Page
from gloss.site import Site
from gloss.urls import relative

CODE = ("story", "urls", "site", "register", "article", "digest", "outputs", "pages", "build")


@dataclass
class Workshop:
    """All that is needed to make any output; inherited by the processes that make them.

    version: what every output depends on beside its view or key.
    """

    output: Path
    outputs: Sequence[Page | File]
    before: dict[str, Output]
    site: Site
    version: str
    shelf: Shelf
    environment: jinja2.Environment

    def make(self, output: Page | File) -> tuple[str, Output, bool]:
        """Write an output if it changed; return its path, how it is, and whether it was written."""
        return self._make_page(output) if isinstance(output, Page) else self._make_file(output)

    def _make_file(self, file: File) -> tuple[str, Output, bool]:
        return self._keep_or_write(
            file.path, fingerprint(self.version, file.path, file.key), file.make
        )

    def _make_page(self, page: Page) -> tuple[str, Output, bool]:
        view = page.view() if callable(page.view) else page.view
        mark = fingerprint(self.version, page.path, page.template, page.body, dict(view))
        return self._keep_or_write(page.path, mark, partial(self._print, page, view))

    def _print(self, page: Page, view: Any) -> bytes:
        blocks = self.shelf.load("blocks", page.body) if page.body else ()
        here = page.path.removesuffix("index.html")
        template = self.environment.get_template(page.template)
        text = template.render(
            {
                **view,
                "site": self.site,
                "path": page.path,
                "link": partial(_link, here),
                "blocks": blocks,
            }
        )
        return text.encode()

    def _keep_or_write(
        self, relative_path: str, mark: str, make: Callable[[], bytes]
    ) -> tuple[str, Output, bool]:
        path = self.output / relative_path
        before = self.before.get(relative_path)
        if before and before.fingerprint == mark and stamp_of(str(path)) == before.stamp:
            return relative_path, before, False
        content = make()
        written = not same_content(path, content)
        if written:
            write_atomically(path, content)
        stamp = stamp_of(str(path))
        assert stamp is not None, f"{path} was just written"
        return relative_path, Output(mark, stamp), written


def _link(here: str, target: str) -> str:
    return relative(target, here)


def open_workshop(
    digest: Digest,
    shelf: Shelf,
    site: Site,
    theme: Theme,
    output: Path,
    before: dict[str, Output],
) -> Workshop:
    """Plan the site and load the templates."""
    pages = list(plan(digest, site))
    files = plan_files(digest, site, theme, shelf)
    robots = sitemap_files(addresses(pages, digest), site)
    return Workshop(
        output=output,
        outputs=[*files, *robots, *pages],
        before=before,
        site=site,
        version=fingerprint(code_digest(*CODE), digest_of_theme(theme), site),
        shelf=shelf,
        environment=load_environment(theme),
    )
