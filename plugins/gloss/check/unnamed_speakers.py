"""Speakers whom nothing in the digest names: a slip in ``by=`` makes an empty page of somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from gloss.article import Head
from gloss.article.marks import short_id
from gloss.check.findings import Finding
from gloss.story import Article

SHOWN = 3  # of several people who may be meant


def named_in(article: Article, head: Head) -> set[str]:
    """Return the ids that an article's marks name, or its head explains."""
    explained = {entity.id for entity in head.names}
    return explained | {mention.entity for mention in article.annotations.mentions}


def speakers_in(name: str, article: Article) -> Iterator[tuple[str, str]]:
    """Yield where each quotation of an article stands, and by whom it is, where that is said."""
    for said, anchor in zip(article.annotations.quotations, article.quote_ids, strict=True):
        if said.by:
            yield f"{name}#{anchor}", said.by


def check_speakers(
    speakers: Iterable[tuple[str, str]], known: Collection[str]
) -> Iterator[Finding]:
    """Find the quotations that are by nobody known.

    known: the ids of all names of the digest and of the register.
    """
    for where, by in speakers:
        if by not in known:
            perhaps = _perhaps(by, known)
            says = f"by={short_id(by)} is no name of the digest{perhaps} (else add a line to Names)"
            yield Finding("speakers whom no story names", where, says)


def _perhaps(entity: str, known: Collection[str]) -> str:
    """Propose whose ids hold the words of an id: ``barack-obama`` for ``obama``."""
    kind, _, slug = entity.partition(":")
    words = set(slug.split("-"))
    near = [id_ for id_ in sorted(known) if id_.startswith(f"{kind}:") and words <= _words(id_)]
    told = " or ".join(f"by={short_id(id_)}" for id_ in near[:SHOWN])
    return f"; perhaps {told}" if told else ""


def _words(entity: str) -> set[str]:
    return set(entity.partition(":")[2].split("-"))
