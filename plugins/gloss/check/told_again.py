"""Stories that say again what another says: copies of a wire story, and its updates."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from gloss.check.findings import Finding
from gloss.digest.copies import find_copies, likeness
from gloss.digest.model import StoryFacts


def told_again(
    stories: Sequence[tuple[str, StoryFacts]], settled: Collection[str] = ()
) -> Iterator[Finding]:
    """Find the stories that are folded under another, which the digest had before.

    stories: the article's file and its facts, published ones. settled: the slugs of those which
    the editor leaves so.
    """
    known = {facts.slug: (name, facts) for name, facts in stories}
    for slug, first in find_copies(facts for _, facts in stories).items():
        if slug in settled:
            continue
        (name, facts), (before, other) = known[slug], known[first]
        share = likeness(facts.gist, other.gist).contained
        says = (
            f"{share:.0%} of the shorter one is also in {before}; it is shown under that, and what "
            "both say counts once; if it adds nothing, Status: hidden takes it out of lists"
        )
        yield Finding("stories that say again what another says", name, says)
