"""Read an article: the story, what is said of it, and its body as HTML, in one walk of one tree."""

from __future__ import annotations

import hashlib

from gloss.article.body import Body, read_body
from gloss.article.declared import (
    apart_of,
    corrected_on,
    declared_in,
    emended_in,
    retraction_of,
    status_of,
)
from gloss.article.head import ArticleError, Head, picture_of, read_head, split_article
from gloss.article.marks import DATE
from gloss.article.nesting import DEEPEST, deepest, too_deep
from gloss.article.notes import notes_in
from gloss.article.origin import with_origin
from gloss.edtf import fault
from gloss.story import Annotations, Article, Story

ELLIPSIS = "…"

_TOO_DEEP = f"lists or quotations in each other, too deep; expected at most {DEEPEST}"


def read_article(text: str, where: str = "article") -> Article:
    """Read an article's text.

    where: the file, for errors. Raises ArticleError where its head cannot be read, or where it
    has a date that no calendar has, or blocks too deep in each other.
    """
    head = read_head(text, where)
    body = _read_body(text, head, where)
    _check_dates(body.annotations, text, where)
    return Article(
        slug=head.slug,
        title=head.title,
        story=_story(head, body.text),
        annotations=body.annotations,
        date=head.date,
        corrected=corrected_on(head, text, where),
        declared=declared_in(head, text, where),
        retraction=retraction_of(head, text, where),
        emended=emended_in(head),
        notes=tuple(notes_in(head, body.text, body.blocks, body.starts)),
        picture=picture_of(head, where),
        status=status_of(head),
        apart=apart_of(head),
        summary=head.summary,
        seed=head.seed,
        seed_digest=head.seed_digest,
        body_digest=head.body_digest,
        review=head.review,
        blocks=body.blocks,
        quote_ids=body.quote_ids,
        moment_ids=body.moment_ids,
        report_ids=body.report_ids,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _read_body(text: str, head: Head, where: str) -> Body:
    if line := too_deep(text):
        raise ArticleError(f"{where}:{line}: {_TOO_DEEP}")
    try:
        return read_body(split_article(text)[1], head.slug, head.names)
    except RecursionError:
        raise ArticleError(f"{where}:{deepest(text)}: {_TOO_DEEP}") from None


def _check_dates(found: Annotations, text: str, where: str) -> None:
    for moment in found.moments:
        if moment.edtf and (wrong := fault(moment.edtf)):
            mark = f"{DATE}:{moment.edtf}"
            line = text.count("\n", 0, max(text.find(mark), 0)) + 1
            raise ArticleError(f"{where}:{line}: {mark} {wrong}; expected EDTF, such as 2018-09-17")


def _story(head: Head, text: str) -> Story:
    headline = head.title
    if headline.endswith(ELLIPSIS) and text.startswith(headline.removesuffix(ELLIPSIS)):
        headline = headline.removesuffix(ELLIPSIS)
    id_ = head.seed.rpartition(".")[0] or head.seed if head.seed else head.slug
    return with_origin(Story(id_, text, headline), head)
