"""What an answer says, as corrections of each story that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from gloss.corrections import NOBODY, NONE, Correction, anchor
from gloss.desk.queue import Decision
from gloss.edtf import read
from gloss.naming.slugs import slug
from gloss.story import KINDS

SETTLED = {"kind": "kind", "name": "name", "speaker": "quotation", "year": "time"}


class AnswerError(ValueError):
    """An answer that says nothing; the message is one line for the editor."""


def corrections_for(decision: Decision, value: str, day: str) -> Mapping[str, list[Correction]]:
    """Return the corrections of an answer, by the story's slug.

    value: a choice's, or what was typed. day: when it was said, ISO 8601.

    Raises AnswerError for a value that is none.
    """
    made: dict[str, list[Correction]] = defaultdict(list)
    for place in decision.places:
        about, said = _said(decision, value)
        at = anchor(place.text, place.span.start, place.span.end)
        made[place.slug].append(Correction(about, said, (at,), on=day))  # type: ignore[arg-type]
        if value == "leave":
            made[place.slug] = made[place.slug][:1]  # it is settled for the story, not each place
    return made


def _said(decision: Decision, value: str) -> tuple[str, str]:
    """Return what is said: about what, and the value."""
    if value == "leave":
        return "settled", SETTLED[decision.about]
    if decision.about == "year":
        return "date", value if value == NONE else _date(value)
    if decision.about == "speaker":
        return ("quotation", NONE) if value == NONE else ("speaker", _known(decision, value))
    if value == NONE:
        return "name", NONE
    if value not in KINDS:
        raise AnswerError(f"{value!r} is no kind of name")
    same = decision.entity and value == decision.guess
    return "name", decision.entity if same else f"{value}:{slug(decision.words)}"


def _known(decision: Decision, value: str) -> str:
    if value not in {choice.value for choice in decision.choices} | {NOBODY}:
        raise AnswerError(f"{value!r} is nobody of this story")
    return value


def _date(value: str) -> str:
    if not read(value):
        raise AnswerError(f"{value!r} is no date; write it as 2018-09-17, 2018-09 or 2018")
    return value
