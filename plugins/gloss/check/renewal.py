"""What another annotator makes of the same stories: the marks of two folders, compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from gloss.article import BESIDE, ArticleError, read_article
from gloss.story import Annotations

# A kind of mark: where each stands in the text, and what it says there.
Marks = Mapping[tuple[int, ...], str]
# What is said of each kind, and of one whose place is the same but not what it says.
KINDS = {"names": "with another id", "quotations": "with another speaker", "dates": "another value"}
_NEW, _GONE, _OTHER = "new", "gone", "other"


def renewed(before: Path, after: Path) -> Iterator[str]:
    """Tell in counts how the marks of the same stories differ: in all, then story by story."""
    told, total, compared = [], Counter[tuple[str, str]](), 0
    for path in sorted(before.glob("*.md")):
        pair = _read(path), _read(after / path.name)
        if path.name.endswith(BESIDE) or pair[0] is None or pair[1] is None:
            continue
        compared += 1
        if counts := _differences(pair[0], pair[1]):
            told.append(f"  {path.name}: {_said(counts)}")
            total += counts
    if told:
        yield f"{len(told)} of {compared} stories would change: {_said(total)}"
        yield from told
    else:
        yield f"Nothing would change in {compared} stories."


def _read(path: Path) -> Annotations | None:
    try:
        return read_article(path.read_text(encoding="utf-8"), path.name).annotations
    except (OSError, ArticleError, UnicodeDecodeError):
        return None


def _differences(before: Annotations, after: Annotations) -> Counter[tuple[str, str]]:
    counts = Counter[tuple[str, str]]()
    for kind, old, new in zip(KINDS, _marks(before), _marks(after), strict=True):
        counts[kind, _NEW] = len(new.keys() - old.keys())
        counts[kind, _GONE] = len(old.keys() - new.keys())
        counts[kind, _OTHER] = sum(old[place] != new[place] for place in old.keys() & new.keys())
    return +counts


def _marks(found: Annotations) -> tuple[Marks, Marks, Marks]:
    return (
        {(m.start, m.end): m.entity for m in found.mentions},
        {(q.parts[0].start, q.parts[-1].end): q.by or "" for q in found.quotations if q.parts},
        {(m.start, m.end): m.edtf or "" for m in found.moments},
    )


def _said(counts: Counter[tuple[str, str]]) -> str:
    parts = []
    for kind, other in KINDS.items():
        words = {_NEW: "new", _GONE: "gone", _OTHER: other}
        said = [f"{counts[kind, how]} {words[how]}" for how in words if counts[kind, how]]
        parts += [f"{kind} {', '.join(said)}"] if said else []
    return "; ".join(parts)
