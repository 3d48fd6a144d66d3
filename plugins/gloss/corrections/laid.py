"""Lay corrections over what the annotator, or the register, says of a story."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from gloss.article.head import ArticleError, read_entity
from gloss.article.marks import full_id, is_entity, spoken
from gloss.article.write import write_body
from gloss.corrections.anchoring import find_all
from gloss.corrections.emend import GONE
from gloss.corrections.nouns import ALL, NOBODY, NONE, Anchor, Correction, Lost
from gloss.story import Annotations, Doubt, Entity, Mention, Moment, Quotation, Report, Span

CROSSING = "it would cross another mark"
NO_QUOTATION = "there is no quotation at these words"
NO_MEANING = "it says nothing that can be understood"
UNUSED = "its marks no longer name this"

# The doubts that a correction of the same words settles.
_SETTLES = {
    "name": ("name", "kind", "identity"),
    "date": ("time",),
    "duration": ("time",),
    "set": ("time",),
    "quotation": ("quotation",),
    "speaker": ("quotation",),
    "report": (),
}
# What marks words: a report, the least sure of marks, gives way where it would cross them.
_MARKING = ("name", "date", "duration", "set", "quotation")

M = TypeVar("M", Mention, Moment)


@dataclass(frozen=True)
class Laid:
    """What is said of a story, corrections included, and those that could not be laid over it."""

    annotations: Annotations
    lost: tuple[Lost, ...] = ()


class _NotLaidError(Exception):
    """A correction that cannot be laid over; its text says why."""


def lay_over(
    text: str,
    found: Annotations,
    corrections: Sequence[Correction],
    called: Mapping[str, str] | None = None,
) -> Laid:
    """Return annotations with the editor's corrections over them, the later over the earlier.

    text: as ``emend`` gives it. called: what things are called of which the story has no name.
    Corrections of the text, of blocks and of the head are others' to apply.
    """
    if not any(c.about in _LAYERS or c.about == "names" for c in corrections):
        return Laid(found)
    laid = _lay_all(text, found, corrections, checked=False)
    if not _can_be_written(text, laid.annotations):
        laid = _lay_all(text, found, corrections, checked=True)
    named, unnamed = _explained(_with_entities(text, laid.annotations, called or {}), corrections)
    return Laid(named, (*laid.lost, *unnamed))


def _lay_all(
    text: str, found: Annotations, corrections: Sequence[Correction], checked: bool
) -> Laid:
    """Lay one after the other; ``checked`` leaves out each with which nothing could be written."""
    lost = []
    for correction in corrections:
        if correction.about not in _LAYERS:
            continue
        try:
            laid = _lay(text, found, correction)
            if checked and not _can_be_written(text, laid):
                raise _NotLaidError(CROSSING)
        except _NotLaidError as why:
            lost.append(Lost(correction, str(why)))
        else:
            found = laid
    return Laid(found, tuple(lost))


def _lay(text: str, found: Annotations, correction: Correction) -> Annotations:
    places = [place for anchor in correction.at for place in _places(text, anchor)]
    if correction.value != NONE and correction.about in _MARKING:
        found = _giving_way(found, correction, places)
    return _settled(_LAYERS[correction.about](found, correction, places), correction, places)


def _places(text: str, anchor: Anchor) -> list[Span]:
    places = find_all(text, anchor)
    if not places:
        raise _NotLaidError(GONE)
    return places


def _can_be_written(text: str, found: Annotations) -> bool:
    try:
        write_body(text, found)
    except ValueError:
        return False
    return True


def _name(found: Annotations, correction: Correction, places: Sequence[Span]) -> Annotations:
    if correction.value != NONE and not is_entity(correction.value):
        raise _NotLaidError(NO_MEANING)
    if not any(anchor.nth == ALL for anchor in correction.at):
        return _named(found, correction, _only(places))
    named = found
    marks: tuple[Mention | Moment, ...] = (*found.mentions, *found.moments)
    for place in places:
        if not any(_holds_more(mark, place) for mark in marks):
            named = _named(named, correction, place)
    gone = _ids_at(found, places) - {m.entity for m in named.mentions}
    return named if correction.value == NONE else _spoken_by(named, gone, correction.value)


def _holds_more(mark: Mention | Moment, place: Span) -> bool:
    """Tell whether a mark meets a stretch, and is not of it alone: a longer name, a date."""
    meets = mark.start < place.end and place.start < mark.end
    return meets and not (place.start <= mark.start and mark.end <= place.end)


def _ids_at(found: Annotations, places: Sequence[Span]) -> set[str]:
    """Return what is named in some places."""
    return {m.entity for m in found.mentions for p in places if p.start < m.end and m.start < p.end}


def _spoken_by(found: Annotations, gone: Collection[str], now: str) -> Annotations:
    """Let what those said who are no longer named in a story be another's: they are that one."""
    return replace(
        found,
        quotations=tuple(replace(q, by=now) if q.by in gone else q for q in found.quotations),
        reports=tuple(replace(r, by=now) if r.by in gone else r for r in found.reports),
    )


def _named(found: Annotations, correction: Correction, place: Span) -> Annotations:
    mentions = _beside(found.mentions, place)
    if correction.value == NONE:
        return replace(found, mentions=mentions)
    mention = Mention(place.start, place.end, correction.value, "editor")
    return replace(
        found, mentions=_in_order(*mentions, mention), moments=_beside(found.moments, place)
    )


def _time(found: Annotations, correction: Correction, places: Sequence[Span]) -> Annotations:
    place = _only(places)
    moments = _beside(found.moments, place)
    if correction.value == NONE:
        return replace(found, moments=moments)
    value, how = correction.value, correction.more.get("how", "")
    if correction.about == "date":
        kind = "TIME" if "T" in value else "DATE"
        moment = Moment(place.start, place.end, kind, value, value, how)  # type: ignore[arg-type]
    else:
        kind = "SET" if correction.about == "set" else "DURATION"
        moment = Moment(place.start, place.end, kind, value, None, how)  # type: ignore[arg-type]
    return replace(
        found, moments=_in_order(*moments, moment), mentions=_beside(found.mentions, place)
    )


def _quotation(found: Annotations, correction: Correction, places: Sequence[Span]) -> Annotations:
    _only(places)
    others = [q for q in found.quotations if not any(map(_meeting(q), places))]
    if correction.value == NONE:
        return replace(found, quotations=tuple(others))
    said = _said(Quotation(tuple(places)), correction.more)
    ordered = sorted((*others, said), key=lambda q: q.parts[0].start)
    return replace(found, quotations=tuple(ordered))


def _speaker(found: Annotations, correction: Correction, places: Sequence[Span]) -> Annotations:
    place = _only(places)
    meant = next((q for q in found.quotations if _meeting(q)(place)), None)
    if meant is None:
        raise _NotLaidError(NO_QUOTATION)
    nobody = correction.value == NOBODY
    by = None if nobody else full_id(correction.value)
    if by is None and not nobody:
        raise _NotLaidError(NO_MEANING)
    said = _said(replace(meant, by=by, who=None, how="", sure=1.0), correction.more)
    said = replace(said, by=by)
    return replace(found, quotations=tuple(said if q is meant else q for q in found.quotations))


def _report(found: Annotations, correction: Correction, places: Sequence[Span]) -> Annotations:
    place = _only(places)
    others = tuple(r for r in found.reports if r.end <= place.start or place.end <= r.start)
    if correction.value == NONE:
        return replace(found, reports=others)
    more = {key: correction.more.get(key) or None for key in ("by", "who", "cue", "lemma")}
    cue = more["cue"]
    report = Report(
        place.start,
        place.end,
        by=full_id(more["by"]) if more["by"] else None,
        who=more["who"],
        cue=cue,
        lemma=more["lemma"] or (cue or "").lower(),
    )
    return replace(found, reports=tuple(sorted((*others, report), key=lambda r: r.start)))


def _giving_way(found: Annotations, correction: Correction, places: Sequence[Span]) -> Annotations:
    """Return annotations without the reports that would cross what an editor marked."""
    marks = 2 if correction.about == "quotation" else 0  # the longest there are: ``
    wide = [Span(place.start - marks, place.end + marks) for place in places]
    kept = tuple(r for r in found.reports if not any(_crosses(r, place) for place in wide))
    return replace(found, reports=kept)


def _crosses(report: Report, place: Span) -> bool:
    held = report.start <= place.start and place.end <= report.end
    return report.start < place.end and place.start < report.end and not held


def _said(quotation: Quotation, more: Mapping[str, str]) -> Quotation:
    """Return a quotation with what a correction says of it."""
    texts = {key: more[key] or None for key in ("who", "cue", "lemma") if key in more}
    if more.get("by"):
        quotation = replace(quotation, by=full_id(more["by"]))
    try:
        sure = min(max(float(more.get("sure", quotation.sure)), 0.0), 1.0)
    except ValueError:
        sure = quotation.sure
    return replace(quotation, how=more.get("how", quotation.how), sure=sure, **texts)  # type: ignore[arg-type]


def _nothing(found: Annotations, correction: Correction, places: Sequence[Span]) -> Annotations:  # noqa: ARG001
    return found


_LAYERS: dict[str, Callable[[Annotations, Correction, Sequence[Span]], Annotations]] = {
    "name": _name,
    "date": _time,
    "duration": _time,
    "set": _time,
    "quotation": _quotation,
    "speaker": _speaker,
    "report": _report,
    "settled": _nothing,
}


def _beside(marks: Sequence[M], place: Span) -> tuple[M, ...]:
    """Return the marks that do not touch a stretch."""
    return tuple(m for m in marks if m.end <= place.start or place.end <= m.start)


def _in_order(*marks: M) -> tuple[M, ...]:
    return tuple(sorted(marks, key=lambda m: (m.start, m.end)))


def _meeting(quotation: Quotation) -> Callable[[Span], bool]:
    return lambda place: any(p.start < place.end and place.start < p.end for p in quotation.parts)


def _only(places: Sequence[Span]) -> Span:
    if not places:
        raise _NotLaidError(NO_MEANING)
    return places[0]


def _settled(found: Annotations, correction: Correction, places: Sequence[Span]) -> Annotations:
    """Take away the doubts that a correction of the same words settles."""
    about = (correction.value,) if correction.about == "settled" else _SETTLES[correction.about]

    def is_open(doubt: Doubt) -> bool:
        there = any(p.start < doubt.end and doubt.start < p.end for p in places) or not places
        return not (there and doubt.about in about)

    return replace(found, doubts=tuple(filter(is_open, found.doubts)))


def _with_entities(text: str, found: Annotations, called: Mapping[str, str]) -> Annotations:
    """Say what every id in use stands for, and nothing of others."""
    first = {m.entity: text[m.start : m.end] for m in reversed(found.mentions)}
    used = dict.fromkeys(
        [
            *(m.entity for m in found.mentions),
            *(q.by for q in found.quotations if q.by),
            *(r.by for r in found.reports if r.by),
        ]
    )
    explained = {entity.id for entity in found.entities}
    kept = tuple(entity for entity in found.entities if entity.id in used)
    new = (
        Entity(id_, called.get(id_) or " ".join(first.get(id_, "").split()) or spoken(id_))
        for id_ in used
        if id_ not in explained
    )
    return replace(found, entities=(*kept, *new))


def _explained(
    found: Annotations, corrections: Sequence[Correction]
) -> tuple[Annotations, tuple[Lost, ...]]:
    """Say of things what the editor says of them, in this story."""
    entities = {entity.id: entity for entity in found.entities}
    lost = []
    for correction, entity in _entities_in(corrections):
        if entity is None:
            lost.append(Lost(correction, NO_MEANING))
        elif entity.id in entities or _is_in_a_block(entity.id, corrections):
            entities[entity.id] = entity
        else:
            lost.append(Lost(correction, UNUSED))
    return replace(found, entities=tuple(entities.values())), tuple(lost)


def _is_in_a_block(entity: str, corrections: Sequence[Correction]) -> bool:
    return any(c.about in ("above", "below", "written") and entity in c.value for c in corrections)


def _entities_in(
    corrections: Sequence[Correction],
) -> Iterator[tuple[Correction, Entity | None]]:
    for correction in corrections:
        if correction.about == "names":
            try:
                yield correction, read_entity(correction.value)
            except ArticleError:
                yield correction, None
