"""How sure an attribution is: the construction that shows it, times who is meant by it.

The figures of the constructions are how often each was right in the project's own marked stories
(``training/stories``: 1,020 quotations), what was no quotation at all counted as wrong, and rounded
towards the careful side where a construction is rare. ``docs/quotations.md`` has the table.
"""

from __future__ import annotations

from gloss.annotate.sources.candidate import WEIGHTS, SourceCandidate

# Below this the page shows the words with no name, and the editor is told.
SHOWN = 0.7

_CONSTRUCTIONS = {
    "after": 0.98,
    "inverted": 0.97,
    "colon": 0.97,
    "carried on": 0.94,
    "goes on": 0.94,
    "transcript": 0.9,
    "signed": 0.9,
    "according to": 0.9,
    "before": 0.89,
    "label": 0.87,
    "colon before": 0.82,
    "told below": 0.8,
    "as": 0.75,
    "sentence before": 0.65,
    "carried over": 0.65,
    "said in": 0.55,
    "subject": 0.45,
    "paragraph before": 0.35,
}
# A verb of naming or thinking reports less plainly than one of saying.
_KINDS = {"say": 1.0, "label": 0.97, "as": 0.95, "think": 0.75}
# A verb before a quotation that neither governs it nor stands near it has less weight than its kind
# and this: two in three of these were right, but all where the clause leads up to the quotation.
SUPPORT, UNSUPPORTED = 0.9, 0.75
# What cannot speak is seldom a source, even where a verb of saying has it for a subject.
MUTE = 0.75
# "Li's claim that “…”" is plainer than a noun that only stands near.
CLAIMED = 0.9


def confidence(source: SourceCandidate, identity: float = 1.0) -> float:
    """Return how sure it is that a quotation is said by whom a construction shows, 0 to 1.

    identity: how sure it is who the source's phrase stands for.
    """
    sure = _CONSTRUCTIONS.get(source.how, 0.5)
    if source.verb is not None and source.how in ("before", "colon", "after"):
        sure *= _KINDS[source.verb.kind]
    if "saying: clause" in source.features:
        sure = CLAIMED
    sure *= MUTE if "before: mute" in source.features else 1.0
    return round(sure * identity * (1.0 if _is_supported(source) else UNSUPPORTED), 2)


def _is_supported(source: SourceCandidate) -> bool:
    """Say whether a verb before a quotation stands near it, governs it or leads up to it."""
    if source.verb is None or "before: is" not in source.features:
        return True
    plain = WEIGHTS["before: is"] + WEIGHTS[f"before: {source.verb.kind}"]
    return source.weight >= plain + SUPPORT or "before: leads up" in source.features
