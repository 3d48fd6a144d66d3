"""The articles that are there, as far as their seeds are concerned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gloss.article import (
    ArticleError,
    Head,
    body_is_corrected,
    head_is_corrected,
    names_are_corrected,
    read_head,
    review_is_corrected,
    slips_in,
    split_article,
)
from gloss.errors import in_a_line
from gloss.ingest.remembered import UNSETTLED, Remembered, known_or_read
from gloss.seed.encodings import to_unicode
from gloss.store.stamps import Stamp, stamps_in
from gloss.store.writing import write_text


@dataclass(frozen=True)
class ArticleFile(Remembered):
    """An article: by what it was made, and whether a person changed it since.

    annotator, register, corrections: as in its head. ids: of the things it names.
    edited: a person changed it since it was written. undigested: that cannot be told of its head.
    error: why it cannot be read, else empty. slips: what looks like a mark and is none.
    """

    slug: str = ""
    seed: str = ""
    seed_digest: str = ""
    annotator: str = ""
    register: str = ""
    corrections: str = ""
    edited: bool = False
    undigested: bool = False
    ids: tuple[str, ...] = ()
    error: str = ""
    slips: tuple[str, ...] = ()


def scan_articles(stories: Path, known: Mapping[str, ArticleFile]) -> dict[str, ArticleFile]:
    """Return the articles of a folder by file name, the new versions beside others included."""
    return known_or_read(stories, stamps_in(stories, ".md"), known, _read)


def put_into_utf_8(stories: Path, found: Mapping[str, ArticleFile]) -> Iterator[str]:
    """Save articles that an editor's program saved in another encoding as UTF-8; tell of each.

    found: the articles as they were read; of those that cannot be, some are now to be read again.
    """
    for name in (name for name, article in found.items() if article.error):
        data = (stories / name).read_bytes()
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            yield from _put_into_utf_8(stories / name, data)


def _put_into_utf_8(path: Path, data: bytes) -> Iterator[str]:
    try:
        text, notices = to_unicode(data)
    except ValueError:
        return  # no text: told as an article that cannot be read
    write_text(path, text)
    for notice in notices:
        says = notice.partition(": look")[0]
        yield f"{path.name}:{says} and saved as UTF-8: look its accents over"


def _read(path: Path, stamp: Stamp) -> ArticleFile:
    try:
        text = path.read_text(encoding="utf-8")
        head = read_head(text, path.name)
    except UnicodeDecodeError as problem:
        return ArticleFile(
            stamp, error=f"{path.name}:1: not UTF-8 ({problem.reason}); expected UTF-8"
        )
    except ArticleError as problem:
        seed = re.search(r"^Seed:[ ]*(\S.*)", text, re.MULTILINE)
        return ArticleFile(stamp, seed=seed[1].strip() if seed else "", error=str(problem))
    except Exception as problem:
        return ArticleFile(UNSETTLED, error=f"{path.name}: cannot be read: {in_a_line(problem)}")
    return ArticleFile(
        stamp,
        slug=head.slug,
        seed=head.seed or "",
        seed_digest=head.seed_digest or "",
        annotator=head.annotator or "",
        register=head.register or "",
        corrections=head.corrections or "",
        undigested=head.head_digest is None,
        edited=is_edited(head, split_article(text)[1]),
        ids=tuple(entity.id for entity in head.names),
        slips=tuple(f"{path.name}:{line}: {says}" for line, says in slips_in(text)),
    )


def is_edited(head: Head, body: str) -> bool:
    """Tell whether a person changed an article since it was written."""
    heads = (head_is_corrected, names_are_corrected, review_is_corrected)
    return body_is_corrected(head, body) or any(is_corrected(head) for is_corrected in heads)


def read_old_head(folder: Path, article: str | None) -> Head | None:
    """Return the head of the article that a story has; None where it has none."""
    if article is None:
        return None
    return read_head((folder / article).read_text(encoding="utf-8"), article)
