"""How sure an attribution is: the construction that shows it, times who is meant by it.

The figures of the constructions are how often each was right on 250 hand-annotated American news
stories (PolNeAR), rounded; the hand's own slips are in them, so they err on the careful side.
"""

from __future__ import annotations

from gloss.annotate.sources.candidate import WEIGHTS, Candidate

_CONSTRUCTIONS = {
    "after": 0.98,
    "inverted": 0.98,
    "signed": 0.97,
    "transcript": 0.97,
    "colon": 0.95,
    "label": 0.95,
    "according to": 0.94,
    "carried on": 0.95,
    "goes on": 0.92,
    "carried over": 0.8,
    "before": 0.92,
    "colon before": 0.85,
    "told below": 0.9,
    "sentence before": 0.6,
    "said in": 0.6,
    "as": 0.75,
    "subject": 0.55,
    "paragraph before": 0.35,
}
# A verb of naming or thinking reports less plainly than one of saying.
_KINDS = {"say": 1.0, "label": 0.95, "as": 0.9, "think": 0.7}
# A verb before a quotation that neither governs it nor stands near it has less weight than its kind
# and this: three in four of these were right, but all where the clause leads up to the quotation.
SUPPORT, UNSUPPORTED = 0.9, 0.75
# "Li's claim that “…”" is plainer than a noun that only stands near.
CLAIMED = 0.9


def confidence(source: Candidate, identity: float = 1.0) -> float:
    """Return how sure it is that a quotation is said by whom a construction shows, 0 to 1.

    identity: how sure it is who the source's phrase stands for.
    """
    sure = _CONSTRUCTIONS.get(source.how, 0.5)
    if source.verb is not None and source.how in ("before", "colon", "after"):
        sure *= _KINDS[source.verb.kind]
    if "saying: clause" in source.features:
        sure = CLAIMED
    return round(sure * identity * (1.0 if _is_supported(source) else UNSUPPORTED), 2)


def _is_supported(source: Candidate) -> bool:
    """Say whether a verb before a quotation stands near it, governs it or leads up to it."""
    if source.verb is None or "before: is" not in source.features:
        return True
    plain = WEIGHTS["before: is"] + WEIGHTS[f"before: {source.verb.kind}"]
    return source.weight >= plain + SUPPORT or "before: leads up" in source.features
