"""What a person changed of an article: told by the digests of what Gloss wrote into it.

An article that was written before there was a digest has none; of it nothing can be told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from gloss.article.head import FIELDS, Head, digest_of_body, one_line, write_entity
from gloss.story import Entity

# What Gloss makes of a seed, and an editor may put right, in a line each.
CORRECTABLE = ("Title", "Summary", "Published", "Source", "URL", "Author", "Lang", "Section")


def digest_of_head(head: Head) -> str:
    """Return the digest by which a correction of a head's values shows (SHA-256)."""
    values = ((key, getattr(head, FIELDS[key]) or "") for key in CORRECTABLE)
    return _digest(f"{key}: {value}" for key, value in values if value.strip())


def digest_of_names(names: Sequence[Entity]) -> str:
    """Return the digest by which a correction of ``Names`` shows (SHA-256)."""
    return _digest(map(write_entity, names))


def digest_of_review(lines: Sequence[str]) -> str:
    """Return the digest by which it shows that a doubt was taken out (16 digits of SHA-256)."""
    return _digest(lines)[:16]


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(map(one_line, lines)).encode("utf-8")).hexdigest()


def body_is_corrected(head: Head, body: str) -> bool:
    """Tell whether a body is other than Gloss wrote it."""
    return digest_of_body(body) != head.body_digest


def head_is_corrected(head: Head) -> bool:
    """Tell whether a value of the head, its names aside, is other than Gloss wrote it."""
    return head.head_digest is not None and digest_of_head(head) != head.head_digest


def names_are_corrected(head: Head) -> bool:
    """Tell whether what the head says of names is other than Gloss wrote it."""
    return head.names_digest is not None and digest_of_names(head.names) != head.names_digest


def review_is_corrected(head: Head) -> bool:
    """Tell whether what the head asks is other than Gloss asked."""
    return head.review_digest is not None and digest_of_review(head.review) != head.review_digest
