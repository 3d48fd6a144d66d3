"""What every page is made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from gloss.digest.editions import Edition, editions_of
from gloss.digest.marks import Marks
from gloss.digest.model import Digest, Said, Statement
from gloss.digest.pairs import NamePair, find_pairs
from gloss.pages.filing import filed
from gloss.pages.glosses import GlossMarks
from gloss.pages.links import AlsoSaid, Links, QuotationView
from gloss.site import Site

Load = Callable[[str, str], Any]


@dataclass(frozen=True)
class ListedQuotation:
    """A quotation in a list, and the other stories that have it."""

    words: QuotationView
    also: tuple[AlsoSaid, ...] = ()


@dataclass(frozen=True)
class Context:
    """The digest, what the editor says of the site, and what all pages share.

    glosses: what those of a story depend on. editions: the newest first. pairs: those that have a
        page, by their ids in order. filed: by id, how a name is filed in lists.
    load: gives one part of what is kept of a story's article, by its slug; of a page that asks for
        it the key has the story's mark.
    """

    digest: Digest
    site: Site
    links: Links
    glosses: GlossMarks
    editions: tuple[Edition, ...]
    pairs: Mapping[tuple[str, str], NamePair]
    filed: Mapping[str, str]
    load: Load

    @cached_property
    def partners(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of those that a name has a page with, by its id."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one, other in sorted(self.pairs):
            found[one].append(other)
            found[other].append(one)
        return {id_: tuple(ids) for id_, ids in found.items()}

    def quoted(self, some: Sequence[Said], *, also: bool = False) -> tuple[ListedQuotation, ...]:
        """Return quotations as lists show them: a paragraph once, with all that it quotes.

        also: with the other stories that have them; then the page depends on those as well.
        """
        beside = {(said.story, said.anchor): self.links.also(said) for said in some if also}
        return tuple(self._quoted(said, beside) for said in together(some))

    def _quoted(
        self, said: Said, beside: Mapping[tuple[str, str], tuple[AlsoSaid, ...]]
    ) -> ListedQuotation:
        return ListedQuotation(self.links.words(said), beside.get((said.story, said.anchor), ()))

    def mark(self, some: Sequence[Said]) -> tuple[str, ...]:
        """Return what these quotations, as lists show them, depend on."""
        marks, also = self.links.marks.stories, self.digest.also
        told: list[Said | Statement] = [*some]
        for said in some:
            told += also.get((said.story, said.anchor), ())
        return tuple([f"{marks[one.story]}#{one.anchor}" for one in told])


def together(some: Sequence[Said]) -> list[Said]:
    """Return quotations of one speaker that stand side by side in one paragraph as one."""
    found: list[Said] = []
    for said in some:
        last = found[-1] if found else None
        if last and said.context and _beside(last) == _beside(said):
            found[-1] = replace(last, words=(*last.words, *said.words))
        else:
            found.append(said)
    return found


def _beside(said: Said) -> tuple[str, str, str | None, str | None]:
    return said.story, said.context, said.by, said.who


def nothing_kept(part: str, slug: str) -> Any:
    """Stand in for what is kept of articles where nothing is; raises KeyError."""
    raise KeyError(part, slug)


def make_context(
    digest: Digest, site: Site, marks: Marks | None = None, load: Load = nothing_kept
) -> Context:
    """Make the links; ``marks`` are the digest's, if made already."""
    links, editions = Links(digest, site.lang, marks), editions_of(digest, site.editions)
    glosses = GlossMarks(digest, links.marks)
    names_filed = {id_: filed(name) for id_, name in digest.names.items()}
    return Context(digest, site, links, glosses, editions, find_pairs(digest), names_filed, load)
