"""What an edited article was written as, where the cache has lost it: told by its digests alone.

An article may have been written by an older annotator. Then what is found now differs from it in
more than the editor's own edits, and only what is proved to be the editor's becomes a correction:
by an older version of the file, whose digest is that which the head has, in the digest's git; or by
a set of differences without which the body has that digest.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, islice
from pathlib import Path

from gloss.article import ArticleError, Head, digest_of_body, read_article, split_article
from gloss.article.write import write_body
from gloss.corrections import Correction, lay_blocks, lay_over
from gloss.corrections.blocks import BLOCKS
from gloss.ingest.correcting import HandEdits
from gloss.ingest.made import Made

# So many differences at once are tried to be the editor's, and so many sets of them at most.
TOGETHER, TRIES = 3, 600
VERSIONS = 30  # of a file in git, the newest first
SECONDS = 10  # that git may take
_MARKS = ("name", "date", "duration", "set", "quotation", "speaker", "report")


def in_git(path: Path, head: Head, corrections: Sequence[Correction]) -> Made | None:
    """Return of what an article was written, as git has it; None where it has it not."""
    if any(c.about in BLOCKS for c in corrections):
        return None  # what is the story's, and what the editor's own, is not told by the article
    for text in _versions(path):
        if head.body_digest and digest_of_body(split_article(text)[1]) == head.body_digest:
            try:
                article = read_article(text, path.name)
            except ArticleError:
                return None
            found, digest = article.annotations, head.body_digest
            return Made(article.story, found, tuple(corrections), "", "", digest)
    return None


def _versions(path: Path) -> Iterator[str]:
    """Yield the versions of a file that git has, the newest first."""
    ask = ["rev-list", f"--max-count={VERSIONS}", "HEAD", "--", path.name]
    commits = _git(path.parent, ask).split()
    for commit in commits:
        yield _git(path.parent, ["show", f"{commit}:./{path.name}"])


def _git(folder: Path, command: Sequence[str]) -> str:
    """Return what git says; nothing where there is none, or no repository."""
    try:
        said = subprocess.run(
            ["git", "-C", str(folder), *command], capture_output=True, timeout=SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.decode("utf-8", "replace")


def proved(edits: HandEdits, made: Made, head: Head) -> Made | None:
    """Return of what an article was written, as its digest proves; None where nothing does.

    edits: how it differs from what is ``made`` of the story now, the editor's own edits included.
    """
    marks = [c for c in edits.new if c.about in _MARKS]

    def is_written(some: Sequence[Correction]) -> bool:
        body = _body(_with(made, some))
        return body is not None and digest_of_body(body) == head.body_digest

    others = _all_but_the_editors(marks, is_written)
    return None if others is None else _with(made, others)


def _with(made: Made, some: Sequence[Correction]) -> Made:
    laid = lay_over(made.story.text, made.found, (*made.corrections, *some))
    return replace(made, found=laid.annotations)


def _body(made: Made) -> str | None:
    try:
        bare = write_body(made.story.text, made.found)
    except ValueError:
        return None
    return lay_blocks(bare, made.story.text, made.corrections).body


def _all_but_the_editors(
    every: Sequence[Correction], is_written: Callable[[Sequence[Correction]], bool]
) -> Sequence[Correction] | None:
    """Return the differences with which the article was written: all but the editor's.

    is_written: whether what is made now, with some differences, is what was written.
    """
    if is_written(()):
        return ()
    most = min(TOGETHER, len(every))
    sets = chain.from_iterable(combinations(every, count) for count in range(most + 1))
    for own in islice(sets, TRIES):
        some = [c for c in every if c not in own]
        if is_written(some):
            return some
    return None
