"""What was changed of the marks of a text, as corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gloss.article.head import write_entity
from gloss.corrections.anchoring import anchor
from gloss.corrections.nouns import HERE, NOBODY, NONE, Anchor, Correction
from gloss.story import Annotations, Entity, Mention, Moment, Quotation, Report, Span


def mark_edits(text: str, was: Annotations, edited: Annotations) -> Iterator[Correction]:
    """Yield what an editor changed of the marks of one text.

    Quotations come first: what lies in them is laid over them.
    """
    yield from _quotations(text, was.quotations, edited.quotations)
    yield from _names_and_times(text, was, edited)
    yield from _reports(text, was.reports, edited.reports)


def _names_and_times(text: str, was: Annotations, edited: Annotations) -> Iterator[Correction]:
    before, now = _marks(was), _marks(edited)
    gone, new = before - now, [mark for mark in _in_order(now) if mark not in before]
    for mark in _in_order(gone):
        if not any(_meet(mark, other) for other in new):
            about = "name" if isinstance(mark, Mention) else "date"
            yield Correction(about, NONE, (anchor(text, mark.start, mark.end),))  # type: ignore[arg-type]
    for mark in new:
        yield _mark(text, mark)


def _marks(found: Annotations) -> set[Mention | Moment]:
    return {*found.mentions, *found.moments}


def _in_order(marks: Iterable[Mention | Moment]) -> list[Mention | Moment]:
    return sorted(marks, key=lambda mark: (mark.start, mark.end))


def _mark(text: str, mark: Mention | Moment) -> Correction:
    at = (anchor(text, mark.start, mark.end),)
    if isinstance(mark, Mention):
        return Correction("name", mark.entity, at)
    more = {"how": mark.how} if mark.how else {}
    if mark.edtf:
        return Correction("date", mark.edtf, at, more)
    return Correction("set" if mark.type == "SET" else "duration", mark.value, at, more)


def _quotations(
    text: str, was: Sequence[Quotation], edited: Sequence[Quotation]
) -> Iterator[Correction]:
    by_parts = {quotation.parts: quotation for quotation in was}
    kept = {quotation.parts for quotation in edited}
    for quotation in was:
        if quotation.parts not in kept and not _met(quotation, edited):
            yield Correction("quotation", NONE, _parts(text, quotation)[:1])
    for quotation in edited:
        old = by_parts.get(quotation.parts)
        if old is None:
            yield Correction("quotation", HERE, _parts(text, quotation), _all_said(quotation))
        elif old != quotation:
            yield _speaker(text, old, quotation)


def _reports(text: str, was: Sequence[Report], edited: Sequence[Report]) -> Iterator[Correction]:
    for report in was:
        if not any(_meet(report, other) for other in edited):
            yield Correction("report", NONE, (anchor(text, report.start, report.end),))
    for report in edited:
        if report not in was:
            said = {
                "by": report.by,
                "who": report.who,
                "cue": report.cue,
                "lemma": report.lemma if report.lemma != (report.cue or "").lower() else None,
            }
            told = {key: value for key, value in said.items() if value}
            yield Correction("report", HERE, (anchor(text, report.start, report.end),), told)


def _speaker(text: str, old: Quotation, new: Quotation) -> Correction:
    """Say who speaks; an editor's word is sure, so what the machine thought of it goes."""
    said, before = _all_said(new), _all_said(old)
    by = said.pop("by", NOBODY)
    if by != before.get("by", NOBODY):
        for key in ("how", "sure"):
            if said.get(key) == before.get(key):
                said.pop(key, None)
    for key in before.keys() - said.keys() - {"by", "how", "sure"}:
        said[key] = ""
    for key in ("cue", "lemma"):
        if said.get(key, "") == before.get(key, ""):
            said.pop(key, None)
    return Correction("speaker", by, _parts(text, new)[:1], said)


def _all_said(quotation: Quotation) -> dict[str, str]:
    said = {
        "by": quotation.by,
        "who": quotation.who,
        "cue": quotation.cue,
        "lemma": quotation.lemma,
        "how": quotation.how,
        "sure": None if quotation.sure == 1 else f"{quotation.sure:g}",
    }
    return {key: value for key, value in said.items() if value}


def _parts(text: str, quotation: Quotation) -> tuple[Anchor, ...]:
    return tuple(anchor(text, part.start, part.end) for part in quotation.parts)


def _met(quotation: Quotation, others: Iterable[Quotation]) -> bool:
    return any(
        _meet(part, other_part)
        for other in others
        for part in quotation.parts
        for other_part in other.parts
    )


def _meet(a: Mention | Moment | Report | Span, b: Mention | Moment | Report | Span) -> bool:
    return a.start < b.end and b.start < a.end


def name_edits(was: Sequence[Entity], edited: Sequence[Entity]) -> Iterator[Correction]:
    """Yield what an editor says of things, in this story, and the story does not."""
    before = {entity.id: entity for entity in was}
    for entity in edited:
        if before.get(entity.id) != entity:
            yield Correction("names", write_entity(entity))
