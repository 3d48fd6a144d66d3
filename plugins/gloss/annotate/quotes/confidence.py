"""How sure an attribution is: the construction that shows it, times who is meant by it.

The figures of the constructions are how often each was right on 250 hand-annotated American news
stories (PolNeAR), rounded; the hand's own slips are in them, so they err on the careful side.
"""

from __future__ import annotations

from gloss.annotate.quotes.before import KINDS
from gloss.annotate.quotes.report import Report
from gloss.annotate.quotes.sayings import CLAUSE

# Below this the page shows the words with no name, and the editor is told.
SHOWN = 0.7

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
    "before": 0.92,
    "colon before": 0.85,
    "sentence before": 0.6,
    "said in": 0.6,
    "as": 0.75,
    "subject": 0.55,
    "paragraph before": 0.35,
}
# A verb of naming or thinking reports less plainly than one of saying.
_KINDS = {"say": 1.0, "label": 0.95, "as": 0.9, "think": 0.7}


def confidence(report: Report, identity: float = 1.0) -> float:
    """Return how sure it is that a quotation is said by whom the report says, 0 to 1.

    identity: how sure it is who the report's phrase stands for.
    """
    sure = _CONSTRUCTIONS.get(report.how, 0.5) * identity
    if report.verb is not None and report.how in ("before", "colon", "after"):
        sure *= _KINDS[report.verb.kind]
    if report.how in ("before", "colon") and report.verb is not None:
        supported = report.weight >= KINDS[report.verb.kind] + SUPPORT
        sure *= 1.0 if supported or report.leads_up else 0.75
    if report.how == "said in" and report.weight >= CLAUSE:
        sure = CLAIMED * identity
    return round(sure, 2)


# A verb before a quotation that neither governs it nor stands near it has less weight than its kind
# and this: three in four of these were right, but all where the clause leads up to the quotation.
SUPPORT = 0.9
# "Li's claim that “…”" is plainer than a noun that only stands near.
CLAIMED = 0.9
